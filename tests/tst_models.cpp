// SPDX-License-Identifier: Apache-2.0
#include "addressbook/addressbook.h"
#include "models/contacts/contactdrag.h"
#include "models/contacts/contactselection.h"
#include "models/lists/sidebarmodel.h"
#include "store/database/sqlite.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/contactfiles.h"
#include "tests/support/require.h"
#include "tests/support/testworkspace.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr char people[] = "Nome;Cognome;Telefono;Città;Speso;Tag\n"
                          "Giulia;Rossi;+39 340 1234567;Milano;6800,50;vip\n"
                          "Nicolò;D'Angelo;+39 347 2201188;Roma;12,00;\n"
                          "Elena;Rossato;+39 02 48012233;Milano;1250;vip\n"
                          "Sara;Bianchi;+39 347 5550192;Torino;;\n";

/// An address book with four people, three of them in a list.
class Fixture
{
public:
    Fixture()
    {
        m_files.import(u"due.csv"_s, QByteArray(people), {DuplicateStrategy::Skip, {u"Amici"_s}, {}, false});
        m_files.close();
        auto workspace = openWorkspace(m_files.path(u"test.elenco"_s));
        if (!workspace)
            qFatal("no workspace");
        book = std::make_unique<AddressBook>(std::move(*workspace));
    }

private:
    TestWorkspace m_files;

public:
    std::unique_ptr<AddressBook> book;
};

QStringList names(const ContactTableModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result += model.index(row, 0).data().toString();
    return result;
}

QStringList listNames(const SidebarModel &model)
{
    QStringList result;
    for (const ContactList &list : model.lists())
        result += list.name;
    return result;
}

} // namespace

/// The models over a real address book, watched by Qt's own tester from before the first row.
class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Rows of others are not read again: at a million, and with a sync under way, they would never be there.
    void aChangeOfOneLeavesTheOtherRowsAlone()
    {
        TestWorkspace files;
        QByteArray table("Nome;Telefono\n");
        for (int i = 0; i < 400; ++i)
            table += "P" + QByteArray::number(1000 + i) + ";+39347" + QByteArray::number(2000000 + i) + '\n';
        files.import(u"molti.csv"_s, table, {DuplicateStrategy::Skip, {}, {}, false});
        files.close();
        AddressBook book(require(openWorkspace(files.path(u"test.elenco"_s))));
        ContactTableModel model(book);
        QAbstractItemModelTester tester(&model);
        model.setQuery({{}, {{u"name"_s, false}}});
        QTRY_COMPARE(model.rowCount(), 400);
        const auto isLoaded = [&](int row) { return model.index(row, 0).data(ContactTableModel::IsLoadedRole).toBool(); };
        QTRY_VERIFY(isLoaded(0));
        QTRY_VERIFY(isLoaded(390));
        QSignalSpy read(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy ordered(&model, &ContactTableModel::orderChanged);
        book.contacts().edit(this, model.contactId(390), {}, {{"city", "Como"}}, [](ContactState &) {});
        QTRY_COMPARE(ordered.size(), 1);
        const QList<ContactColumn> &columns = model.columns();
        const auto city = std::find_if(columns.begin(), columns.end(),
                                       [](const ContactColumn &column) { return column.key == "city"_L1; });
        QTRY_COMPARE(model.index(390, int(city - columns.begin())).data().toString(), u"Como"_s);
        const auto isReadAgain = [&](int row) {
            return std::any_of(read.begin(), read.end(), [&](const QList<QVariant> &signal) {
                const int top = signal.at(0).toModelIndex().row(), bottom = signal.at(1).toModelIndex().row();
                return top <= row && row <= bottom && bottom - top < 399; // a window; all rows: the order
            });
        };
        QVERIFY(isReadAgain(390));
        QVERIFY(isLoaded(0)); // asks for it where it is not there
        QTest::qWait(300);
        QVERIFY(!isReadAgain(0));
    }

    void aSearchForAListFollowsItsName()
    {
        Fixture fixture;
        ContactTableModel model(*fixture.book);
        QAbstractItemModelTester tester(&model);
        model.setQuery({parseFilter(u"list:Amici"_s), {}});
        QTRY_VERIFY(model.rowCount() > 0);
        SidebarModel lists(*fixture.book);
        QTRY_COMPARE(lists.lists().size(), 1);
        ContactList renamed = lists.lists().first();
        renamed.name = u"Conoscenti"_s;
        fixture.book->lists().change(this, renamed);
        QTRY_COMPARE(model.rowCount(), 0);
    }

    void tableFollowsItsQuery()
    {
        Fixture fixture;
        ContactTableModel model(*fixture.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        QTRY_COMPARE(names(model),
                     (QStringList{u"Sara Bianchi"_s, u"Nicolò D'Angelo"_s, u"Elena Rossato"_s, u"Giulia Rossi"_s}));
        ContactQuery query;
        query.sort = {{u"firstName"_s, true}};
        model.setQuery(query);
        QTRY_COMPARE(names(model),
                     (QStringList{u"Sara Bianchi"_s, u"Nicolò D'Angelo"_s, u"Giulia Rossi"_s, u"Elena Rossato"_s}));
        query.filter = parseFilter(u"ross"_s);
        model.setQuery(query);
        QTRY_COMPARE(names(model), (QStringList{u"Giulia Rossi"_s, u"Elena Rossato"_s}));
        query.filter = parseFilter(u"nobody at all"_s);
        model.setQuery(query);
        QTRY_COMPARE(model.rowCount(), 0);
        query.filter = {};
        model.setQuery(query);
        QTRY_COMPARE(model.rowCount(), 4);
    }

    void tableFollowsChanges()
    {
        Fixture fixture;
        ContactTableModel model(*fixture.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ContactQuery query;
        query.filter = parseFilter(u"tag:vip"_s);
        model.setQuery(query);
        QTRY_COMPARE(names(model), (QStringList{u"Elena Rossato"_s, u"Giulia Rossi"_s}));
        auto task = fixture.book->contacts().removeTag(this, {model.contactId(0)}, u"vip"_s);
        QTRY_COMPARE(names(model), (QStringList{u"Giulia Rossi"_s}));
    }

    // Every look at the rows would fail alike: one sentence, however many are painted, until something changes.
    void whatCanNotBeReadIsSaidOnce()
    {
        TestWorkspace files;
        files.import(u"a.csv"_s, csvFile({2000, 0, 0, 0}));
        const qint64 root = (*files).reader()->integer("SELECT rootpage FROM sqlite_master WHERE name='contact'");
        const QString path = (*files).path();
        files.close();
        AddressBook book(require(openWorkspace(path)));
        ContactTableModel model(book);
        QSignalSpy failed(&model, &ContactTableModel::failed);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 2000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((root - 1) * 4096));
        QCOMPARE(file.write(QByteArray(4096, '*')), 4096); // the disk goes, under the open window
        file.close();
        for (int row = 0; row < 2000; row += 10) {
            QVERIFY(model.index(row, 0).data().isNull());
            QTest::qWait(row % 200 == 0 ? 20 : 0);
        }
        QCOMPARE(failed.size(), 1);
    }

    void columnsChange()
    {
        Fixture fixture;
        ContactTableModel model(*fixture.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 4);
        const int before = model.columnCount();
        model.setColumns(contactColumns({{u"totalSpent"_s, ValueKind::Number}}));
        QCOMPARE(model.columnCount(), before + 1);
        QTRY_COMPARE(model.index(3, before).data().toString(), QLocale().toString(6800.5, 'f', 2));
        QCOMPARE(model.index(3, before).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight, int(Qt::AlignRight));
    }

    void whatIsSelectedWhileColumnsComeStaysSelected()
    {
        Fixture fixture;
        ContactTableModel model(*fixture.book);
        ContactSelection selection(model);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 4);
        selection.select(model.index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        model.setColumns(contactColumns({{u"totalSpent"_s, ValueKind::Number}}));
        selection.toggleAll(); // sooner than the selection of before is put on the new columns
        QSignalSpy changed(&selection, &ContactSelection::contactsChanged);
        QVERIFY(changed.wait());
        QVERIFY(selection.isAll());
    }

    void selectionIsKeptById()
    {
        Fixture fixture;
        ContactTableModel model(*fixture.book);
        ContactSelection selection(model);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 4);
        const std::vector<ContactId> chosen{model.contactId(0), model.contactId(3)};
        for (int row : {0, 3})
            selection.select(model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        selection.setCurrentIndex(model.index(3, 0), QItemSelectionModel::NoUpdate);
        QCOMPARE(selection.ids(), chosen);

        QSignalSpy ordered(&model, &ContactTableModel::orderChanged);
        ContactQuery query;
        query.sort = {{u"name"_s, true}};
        model.setQuery(query);
        QVERIFY(ordered.wait());
        QCOMPARE(selection.ids(), (std::vector<ContactId>{chosen[1], chosen[0]}));
        QCOMPARE(selection.current(), chosen[1]);

        // A filter hides one of them; it is selected again when it comes back.
        query.filter = parseFilter(u"milano"_s);
        model.setQuery(query);
        QVERIFY(ordered.wait());
        QCOMPARE(selection.ids(), (std::vector<ContactId>{chosen[1]}));
        query.filter = {};
        model.setQuery(query);
        QVERIFY(ordered.wait());
        QCOMPARE(selection.count(), 2);

        selection.toggleAll();
        QVERIFY(selection.isAll());
        QCOMPARE(selection.selection().size(), 1);
        selection.toggleAll();
        QCOMPARE(selection.count(), 0);
    }

    void sidebarTakesContacts()
    {
        Fixture fixture;
        SidebarModel model(*fixture.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(listNames(model), (QStringList{u"Amici"_s}));
        auto created = fixture.book->lists().create(this, u"Vuota"_s);
        QTRY_COMPARE(listNames(model), (QStringList{u"Amici"_s, u"Vuota"_s}));

        ContactTableModel table(*fixture.book);
        table.setQuery({});
        QTRY_COMPARE(table.rowCount(), 4);
        const auto data = contactDrag({table.contactId(0), table.contactId(1)}, fixture.book->path());
        const QModelIndex list = model.index(model.rowCount() - 1);
        const QModelIndex header = model.index(int(SidebarModel::EntryKind::ListsHeader));
        QVERIFY(!model.canDropMimeData(data.get(), Qt::CopyAction, -1, -1, header));
        QVERIFY(!model.canDropMimeData(data.get(), Qt::CopyAction, -1, -1, model.index(0)));
        QVERIFY(!model.canDropMimeData(contactDrag({ContactId(1)}, u"another"_s).get(), Qt::CopyAction, -1, -1, list));
        std::vector<ContactId> dropped;
        ListId onto;
        connect(&model, &SidebarModel::contactsDropped, this,
                [&](const std::vector<ContactId> &ids, const ContactList &on) {
                    dropped = ids;
                    onto = on.id;
                });
        QVERIFY(model.dropMimeData(data.get(), Qt::CopyAction, -1, -1, list));
        QCOMPARE(dropped, (std::vector<ContactId>{table.contactId(0), table.contactId(1)}));
        QCOMPARE(onto, model.lists().last().id);
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
