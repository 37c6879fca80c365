// SPDX-License-Identifier: Apache-2.0
#include "core/reach.h"
#include "models/contacts/contacttablemodel.h"
#include "models/imports/importpreviewmodel.h"
#include "tests/support/contactfiles.h"
#include "tests/support/windowbench.h"
#include "ui/contacts/contactlooks.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/inspector/contactcard.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/words.h"

#include <QTest>

#include <algorithm>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

struct Line {
    const char *name;
    const char *number;
    LineKind kind;
};
// A valid number of every kind that the numbering plans tell apart and that an import takes.
constexpr Line lines[] = {
    {"Mobile", "+393401234567", LineKind::Mobile},
    {"Either", "+12015550123", LineKind::FixedLineOrMobile},
    {"Fixed", "+390212345678", LineKind::FixedLine},
    {"Free", "+39800123456", LineKind::TollFree},
    {"Premium", "+39899123456", LineKind::PremiumRate},
    {"Shared", "+39848123456", LineKind::SharedCost},
    {"Voip", "+395512345678", LineKind::Voip},
    {"Personal", "+391781234567", LineKind::PersonalNumber},
};
constexpr int thatTakeSms = 2;

QByteArray file()
{
    QByteArray text = "nome,telefono\n";
    for (const Line &line : lines)
        text += QByteArray(line.name) + ',' + line.number + '\n';
    return text;
}

template <typename Words>
bool says(const QWidget &widget, const QString &text)
{
    return std::ranges::any_of(widget.findChildren<Words *>(),
                               [&](const Words *words) { return words->isVisible() && words->text() == text; });
}

} // namespace

/// Who can get an SMS: title, filter, table, inspector, the wizard's figures and its cells say the same of every line.
class TestReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceSaysTheSame()
    {
        WindowBench bench(WindowBench::Book::Empty);
        bench.show();
        ImportWizard &wizard = bench.openWizard({writeFile(bench.workspace.path(u"linee.csv"_s), file())});
        const ImportSession &session = wizard.session();
        const int numbers = int(std::size(lines));
        QCOMPARE(session.ledger().landlines, numbers - thatTakeSms);
        auto *preview = wizard.findChild<ImportPreviewModel *>();
        QVERIFY(preview);
        int marked = 0;
        for (int row = 0; row < numbers; ++row) {
            const QModelIndex cell = preview->index(row, 1);
            QTRY_VERIFY(cell.data(ImportPreviewModel::VerdictRole).isValid());
            const QVariant verdict = cell.data(ImportPreviewModel::VerdictRole);
            marked += verdict.toInt() == int(ImportPreviewModel::Verdict::NoSms);
        }
        QCOMPARE(marked, numbers - thatTakeSms);
        wizard.session().commit();
        QTRY_COMPARE(wizard.session().state(), ImportSession::State::Done);
        wizard.reject();
        const ContactTableModel &table = bench.window->contacts().model();
        QTRY_COMPARE(table.rowCount(), numbers);
        QCOMPARE(bench.count(u"kind:mobile"_s), thatTakeSms);
        QTRY_VERIFY(says<ElidedLabel>(*bench.window, u"8 contacts · 2 can receive SMS"_s));

        auto *view = bench.window->findChild<ContactTableView *>();
        auto *card = bench.window->findChild<ContactCard *>();
        const auto phone = std::ranges::find(table.columns(), u"phoneNumber"_s, &ContactColumn::key);
        QVERIFY(phone != table.columns().end());
        const int column = int(phone - table.columns().begin());
        for (int row = 0; row < numbers; ++row) {
            const QModelIndex cell = table.index(row, column);
            QTRY_VERIFY(!cell.data().toString().isEmpty());
            const auto kind = static_cast<LineKind>(cell.data(ContactTableModel::LineKindRole).toInt());
            const auto line = std::ranges::find(lines, kind, &Line::kind);
            QVERIFY(line != std::end(lines));
            QCOMPARE(contactCellLook(cell).badges.isEmpty(), takesSms(kind));
            view->setCurrentIndex(cell);
            QTRY_VERIFY(says<Chip>(*card, lineKindText(kind) + (takesSms(kind) ? u" · SMS"_s : u" · no SMS"_s)));
        }
    }
};

QTEST_MAIN(TestReach)
#include "tst_reach.moc"
