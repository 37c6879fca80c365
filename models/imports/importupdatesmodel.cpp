// SPDX-License-Identifier: Apache-2.0
#include "models/imports/importupdatesmodel.h"

#include "models/sync/statewords.h"
#include "phone/phonedisplay.h"

namespace Elenco {

ImportUpdatesModel::ImportUpdatesModel(ImportSession &session, QObject *parent)
    : TitledTableModel({tr("Name"), tr("Field"), tr("Here now"), tr("From the file")}, parent), m_session(session)
{
    connect(&session, &ImportSession::ledgerChanged, this, &ImportUpdatesModel::ask);
}

void ImportUpdatesModel::ask()
{
    const DuplicateStrategy strategy = m_session.choices().strategy;
    if (m_session.state() != ImportSession::State::Ready || !changesPeople(strategy))
        return;
    m_asking = m_session.addressBook().imports().updates(this, m_session.rehearsal(), strategy, peopleAtMost);
    m_asking.then([this](const Result<std::vector<StagedUpdate>> &updates) {
        if (updates)
            apply(*updates);
    });
}

void ImportUpdatesModel::apply(const std::vector<StagedUpdate> &updates)
{
    beginResetModel();
    m_lines.clear();
    for (const StagedUpdate &update : updates) {
        const auto field = [&](Field f) { return QString::fromUtf8(update.row.fields[static_cast<size_t>(f)]); };
        QString name = (field(Field::FirstName) + QLatin1Char(' ') + field(Field::LastName)).trimmed();
        if (name.isEmpty())
            name = displayPhone(field(Field::Phone));
        for (const auto &[key, after] : update.fields.after) {
            if (const QString label = stateLabel(key); !label.isEmpty())
                m_lines.append(
                    {name, label, stateText(key, stateValue(update.fields.before, key)), stateText(key, after)});
        }
    }
    endResetModel();
}

QVariant ImportUpdatesModel::data(const QModelIndex &index, int role) const
{
    if (!isCell(index) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Line &line = m_lines[index.row()];
    switch (static_cast<Column>(index.column())) {
    case NameColumn: return line.name;
    case FieldColumn: return line.field;
    case BeforeColumn: return line.before;
    case AfterColumn: return line.after;
    case ColumnCount: break;
    }
    return {};
}

} // namespace Elenco
