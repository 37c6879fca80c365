// SPDX-License-Identifier: Apache-2.0
#include "store/conflicts.h"
#include "store/contactquery.h"
#include "store/lists.h"
#include "store/sqlite.h"
#include "store/syncrows.h"
#include "tests/support/require.h"
#include "tests/sync/memoryfolder.h"
#include "tests/sync/seeddesk.h"

#include <QTest>

#include <map>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

namespace {

/// An address book in which everything waits that can wait, on both sides.
class Scene
{
public:
    explicit Scene(Practice::Dialect dialect)
        : m_options(optionsOf(dialect)), m_state(opened()), m_exchange(m_options, *m_state)
    {
        for (int i = 1; i <= 7; ++i)
            add(i);
        const qint64 vip = m_state->addList(u"VIP"_s);
        const qint64 old = m_state->addList(u"Old"_s);
        for (qint64 id : {1, 2, 3})
            m_state->addMember(vip, id);
        m_state->addMember(old, 4);
        // Found out once: the same again for each scene.
        static std::map<Practice::Dialect, Capabilities> known;
        m_desk = std::make_unique<SeedDesk>(u"A"_s, m_exchange, known[dialect]);
        sync();
        if (m_desk->report().stopped)
            qFatal("the desk does not come into step: %s", qPrintable(m_desk->report().stopped->text()));
        known[dialect] = m_desk->client().capabilities();
        const auto here = [this](qint64 id) {
            const std::string text = m_exchange.service().ids.contactText(id).toStdString();
            return ContactId(
                m_desk->workspace().reader()->integer("SELECT id FROM contact WHERE remote_id='" + text + "'"));
        };

        Journal journal = m_desk->journal();
        const auto edit = [&](qint64 id, const std::string &field, const std::string &value) {
            require(journal.edit(ChangeKind::Edit, u"edit"_s, {here(id)},
                                 [&](ContactState &state) { state[field] = value; }));
        };
        edit(1, "city", "Bari");
        edit(2, "phoneNumber", "+393401230003"); // the numbers of two change hands
        edit(3, "phoneNumber", "+393401230002");
        edit(4, "email", "four@example.com");
        require(journal.remove({here(5)}));
        const ContactId ada =
            require(journal.create({{"firstName", "Ada"}, {"phoneNumber", "+393401230020"}, {"valid", "1"}})).second;
        require(journal.create({{"firstName", "Eva"}, {"phoneNumber", "+393401230021"}, {"valid", "1"}}));
        require(journal.createList(u"News"_s));
        require(journal.addToList({here(1), ada}, u"News"_s));
        require(journal.removeFromList({here(1)}, u"VIP"_s));
        const ContactList seen = require(findList(m_desk->workspace(), u"VIP"_s));
        require(journal.changeList(seen.id, u"Very important"_s, {}, false));
        require(journal.deleteList(require(findList(m_desk->workspace(), u"Old"_s)).id));

        change(1, [](Practice::Contact &contact) { contact.email = u"one@example.com"_s; });
        change(4, [](Practice::Contact &contact) { contact.email = u"vier@example.com"_s; });
        add(9);
        m_state->addMember(vip, 6);
        m_state->removeContacts({7});
    }

    SeedDesk &desk() { return *m_desk; }
    const Practice::RequestLog &log() { return m_exchange.log(); }

    /// Syncs with nothing in the way until nothing moves; false: it does not come to that. What was refused is sent
    /// again as it is, as a person may have it.
    bool comesToRest()
    {
        require(SyncRows(m_desk->workspace()).releaseBlocked());
        for (int i = 0; i < 8; ++i) {
            sync();
            const auto before = m_exchange.log().count();
            if (m_desk->report().stopped || !m_desk->report().isFresh)
                continue;
            sync();
            bool isQuiet = !m_desk->report().stopped;
            for (auto entry = m_exchange.log().entries().begin() + before; entry != m_exchange.log().entries().end();
                 ++entry)
                isQuiet = isQuiet && entry->method == "GET";
            if (isQuiet)
                return true;
        }
        return false;
    }

    /// Here and there, without ids, which may come in another order.
    QString printed()
    {
        QStringList there, here, choices;
        for (const Practice::Contact &contact : m_state->allContacts()) {
            QStringList lists;
            for (const Practice::List &list : m_state->allLists()) {
                if (m_state->members(list.id).contains(contact.id))
                    lists.append(list.name);
            }
            lists.sort();
            there.append(
                QStringList{contact.firstName, contact.phoneNumber, contact.email, contact.city, lists.join(u'+')}.join(
                    u'|'));
        }
        for (const Practice::List &list : m_state->allLists())
            there.append(u"list "_s + list.name);
        ContactQueries queries(m_desk->workspace());
        for (ContactId id : *require(queries.order({{}, {}, {{u"name"_s, false}}}))) {
            const Contact contact = require(queries.contact(id));
            QStringList lists = require(queries.listNames(id));
            lists.sort();
            here.append(
                QStringList{contact.firstName, contact.phoneNumber, contact.email, contact.city, lists.join(u'+')}.join(
                    u'|'));
        }
        for (const ContactList &list : require(lists(m_desk->workspace())))
            here.append(u"list "_s + list.name);
        for (const Conflict &conflict : require(conflicts(m_desk->workspace(), 100)))
            choices.append(u"choice of "_s + conflict.mine + u'/' + conflict.theirs);
        there.sort();
        here.sort();
        choices.sort();
        return (QStringList{u"there:"_s} + there + QStringList{u"here:"_s} + here + choices).join(u'\n');
    }

    void sync()
    {
        m_desk->begin({true, true});
        while (m_desk->isSyncing())
            m_desk->letThrough();
    }

private:
    static Practice::Options optionsOf(Practice::Dialect dialect)
    {
        Practice::Options options;
        options.dialect = dialect;
        options.pageMaximum = 3;
        return options;
    }
    static std::unique_ptr<Practice::State> opened()
    {
        QString why;
        return Practice::State::open({}, &why);
    }
    static QString numberOf(int i) { return u"+3934012300%1"_s.arg(i, 2, 10, QLatin1Char('0')); }

    void add(int i)
    {
        Practice::Contact contact;
        contact.firstName = u"Person %1"_s.arg(i);
        contact.phoneNumber = numberOf(i);
        m_state->addContact(contact);
    }
    void change(qint64 id, const std::function<void(Practice::Contact &)> &edited)
    {
        auto contact = m_state->contact(id);
        edited(*contact);
        m_state->changeContact(*contact);
    }
    const Practice::Options m_options;
    std::unique_ptr<Practice::State> m_state;
    Practice::Exchange m_exchange;
    std::unique_ptr<SeedDesk> m_desk;
};

} // namespace

Q_DECLARE_METATYPE(Elenco::Practice::Fault)

/// One sync in which everything happens, spoiled at every point in turn: afterwards a clean sync comes to the same end.
class TestSyncSweeps : public QObject
{
    Q_OBJECT

private:
    /// Where it makes a difference: a read is the same whether it was carried out or not, and only reads have pages.
    static bool mayStrike(Fault fault, const HttpRequest &request)
    {
        switch (fault) {
        case Fault::Lost:
        case Fault::ResetApplied:
        case Fault::ErrorApplied:
        case Fault::GatewayTimeout:
        case Fault::BodyDropped: return request.isWrite;
        // A second list is the doing of whoever doubles its creation.
        case Fault::Duplicate:
            return request.isWrite && !(request.verb == "POST" && request.url.path().endsWith("/contacts/list"_L1));
        case Fault::ShiftedPage:
        case Fault::ShortPage:
        case Fault::EmptyList:
        case Fault::IgnoredFilters: return !request.isWrite;
        default: return true;
        }
    }
    static QString end(Practice::Dialect dialect)
    {
        Scene scene(dialect);
        if (!scene.comesToRest())
            qFatal("the scene does not come to rest by itself");
        return scene.printed();
    }

private Q_SLOTS:
    void eachFaultAtEachRequest_data()
    {
        QTest::addColumn<Fault>("fault");
        // What others do meanwhile leads to another end by itself; what is only slow, or said twice, is nothing here.
        for (const Fault fault : Practice::allFaults()) {
            if (fault != Fault::ContactDeleted && fault != Fault::ListDeleted && fault != Fault::Delay &&
                fault != Fault::Drip && fault != Fault::AnsweredTwice)
                QTest::newRow(qPrintable(Practice::faultName(fault))) << fault;
        }
    }
    void eachFaultAtEachRequest()
    {
        QFETCH(Fault, fault);
        const auto dialect = static_cast<Practice::Dialect>(int(fault) % 4);
        const QString expected = end(dialect);
        int spoiled = 0;
        bool isThrough = false;
        for (int i = 0; !isThrough; ++i) {
            Scene scene(dialect);
            scene.desk().begin({true, true});
            bool struck = false;
            int request = 0;
            for (; scene.desk().isSyncing(); ++request) {
                const bool strikes = request == i && mayStrike(fault, *scene.desk().held());
                if (request == i && !strikes)
                    break;
                struck = struck || strikes;
                scene.desk().letThrough(strikes ? fault : Fault::None);
            }
            isThrough = request < i;
            if (!struck)
                continue;
            ++spoiled;
            QVERIFY2(scene.comesToRest(), qPrintable(u"request %1"_s.arg(i)));
            if (scene.printed() != expected)
                qWarning("request %d", i);
            QCOMPARE(scene.printed(), expected);
        }
        QVERIFY(spoiled > 4);
    }

    void deathAtEachRequest_data()
    {
        QTest::addColumn<bool>("isCarriedOut");
        QTest::newRow("before it arrives") << false;
        QTest::newRow("before it is answered") << true;
    }
    void deathAtEachRequest()
    {
        QFETCH(bool, isCarriedOut);
        const QString expected = end(Practice::Dialect::Reference);
        for (int i = 0;; ++i) {
            Scene scene(Practice::Dialect::Reference);
            scene.desk().begin({true, true});
            for (int request = 0; request < i && scene.desk().isSyncing(); ++request)
                scene.desk().letThrough();
            const bool isThrough = !scene.desk().isSyncing();
            if (isCarriedOut)
                scene.desk().killAfterRequest(Fault::None);
            else
                scene.desk().kill();
            QCOMPARE(scene.desk().damage(), QString());
            QVERIFY2(scene.comesToRest(), qPrintable(u"request %1"_s.arg(i)));
            QCOMPARE(scene.printed(), expected);
            if (isThrough)
                break;
        }
    }

    void deathAtEachCommit()
    {
        const QString expected = end(Practice::Dialect::Reference);
        for (int i = 1;; ++i) {
            Scene scene(Practice::Dialect::Reference);
            scene.desk().killAtCommit(i);
            scene.sync();
            const bool died = scene.desk().deaths() > 0;
            scene.desk().forgetKills();
            QCOMPARE(scene.desk().damage(), QString());
            QVERIFY2(scene.comesToRest(), qPrintable(u"commit %1"_s.arg(i)));
            QCOMPARE(scene.printed(), expected);
            if (!died) {
                QVERIFY(i > 30);
                break;
            }
        }
    }

    void eachStatementFails()
    {
        const QString expected = end(Practice::Dialect::Reference);
        int i = 1;
        for (;; ++i) {
            Scene scene(Practice::Dialect::Reference);
            scene.desk().failStatement(i);
            scene.sync();
            const bool came = scene.desk().statementCame();
            scene.desk().failStatement(0);
            QVERIFY2(scene.comesToRest(), qPrintable(u"statement %1"_s.arg(i)));
            if (scene.printed() != expected)
                qWarning("statement %d", i);
            QCOMPARE(scene.printed(), expected);
            if (!came)
                break;
        }
        qInfo("%d statements", i);
        QVERIFY(i > 300);
    }
};

int main(int argc, char *argv[])
{
    useMemoryFolder();
    QCoreApplication application(argc, argv);
    TestSyncSweeps test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sync_sweeps.moc"
