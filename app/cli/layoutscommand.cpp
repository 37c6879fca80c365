// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "importing/columnmapping.h"
#include "store/database/workspace.h"
#include "store/imports/layouts.h"
#include "store/recovery/openworkspace.h"

#include <QJsonObject>

namespace Elenco {

using namespace Qt::StringLiterals;

int layoutsCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    const auto forget = arguments.take("--forget"_L1);
    bool isNumber = true;
    const int wanted = forget ? forget->toInt(&isNumber) : 0;
    if (!arguments.operands().isEmpty() || !arguments.error().isEmpty() || !isNumber)
        return wrongUsage(u"layouts takes --forget N only"_s, layoutsUsage);
    const Result<std::unique_ptr<Workspace>> workspace =
        openWorkspace(context.workspace, forget ? Workspace::Access::ReadWrite : Workspace::Access::ReadOnly);
    if (!workspace)
        return refuse(workspace.error());
    const Result<QList<KnownLayout>> layouts = knownLayouts(**workspace);
    if (!layouts)
        return refuse(layouts.error());
    if (forget) {
        if (wanted < 1 || wanted > layouts->size())
            return refuse({ErrorKind::NotFound, *forget, {}});
        const Result<void> forgotten = forgetLayouts(**workspace, {layouts->at(wanted - 1).headers});
        return forgotten ? Done : refuse(forgotten.error());
    }
    for (qsizetype i = 0; i < layouts->size(); ++i) {
        const KnownLayout &layout = layouts->at(i);
        QJsonObject columns;
        QStringList words;
        for (const auto &[header, target] : layoutColumns(layout.mapping)) {
            columns.insert(header, target.key());
            words.append(header + u"="_s + target.key());
        }
        if (context.json)
            printJson(
                {{"number"_L1, i + 1}, {"usedAt"_L1, layout.usedAt.toString(Qt::ISODate)}, {"columns"_L1, columns}});
        else
            printLine(u"%1  %2  %3"_s.arg(i + 1, 4).arg(layout.usedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                                                        words.join(u", "_s)));
    }
    return Done;
}

} // namespace Elenco
