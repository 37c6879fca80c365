// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/dialecttest.h"

#include <QTest>

using namespace Elenco::Practice;
using namespace Qt::StringLiterals;

namespace {

const QByteArray table = "nome,cognome,telefono,email,citta\n"
                         "Marco,Bianchi,+393489876543,m.bianchi@example.it,Torino\n"
                         "Anna,Verdi,+393331122334,anna.verdi@example.it,Bologna\n"
                         "Luca,Neri,+393201234567,l.neri@example.it,Milano\n";

} // namespace

/// What no document says, and a gateway may do one way or the other.
class TestPracticeSwitches : public DialectTest
{
    Q_OBJECT

private Q_SLOTS:
    // A field that is taken in silence and not kept, by any way in.
    void fieldsMayBeDropped()
    {
        start(Dialect::Uc007, [](Options &options) {
            options.droppedFields = QStringList{u"city"_s, u"customFields.vip"_s, u"loyalty"_s};
        });
        const WireAnswer created =
            m_api->post("/contacts", {{u"phoneNumber"_s, u"+393401234567"_s},
                                      {u"city"_s, u"Milano"_s},
                                      {u"province"_s, u"MI"_s},
                                      {u"loyalty"_s, 3},
                                      {u"customFields"_s, QJsonObject{{u"vip"_s, 1}, {u"shoe"_s, 42}}}});
        QCOMPARE(created.status, 201);
        QCOMPARE(created.json(u"city"_s).toString(), QString());
        QCOMPARE(created.json(u"province"_s).toString(), u"MI"_s);
        QCOMPARE(created.json(u"customFields"_s).toObject().keys(), QStringList{u"shoe"_s});
        QVERIFY(created.json(u"loyalty"_s).isUndefined());
        Contact known = m_gateway->state().allContacts().first();
        known.city = u"Roma"_s; // typed by the gateway's own people
        m_gateway->state().changeContact(known);
        QCOMPARE(m_api->put("/contacts/1", {{u"city"_s, u"Milano"_s}}).status, 200);
        QCOMPARE(m_gateway->state().contact(1)->city, u"Roma"_s);
        const WireAnswer analysed = m_api->upload("/contacts/upload", "p.csv", table);
        QCOMPARE(m_api
                     ->post("/contacts/mapped/file",
                            {{u"uploadId"_s, analysed.json(u"uploadId"_s)},
                             {u"mapping"_s, QJsonObject{{u"telefono"_s, u"phoneNumber"_s}, {u"citta"_s, u"city"_s}}}})
                     .status,
                 200);
        QCOMPARE(m_gateway->state().contactOfNumber(u"+393331122334"_s)->city, QString());
    }

    void pagesMayShowAll()
    {
        start(Dialect::Uc007, [](Options &options) { options.listing = Listing::Whole; });
        add(u"Anna"_s, u"+393400000001"_s, [](Contact &contact) { contact.city = u"Milano"_s; });
        QCOMPARE(rowsOf(m_api->get("/contacts"))[0].toObject()[u"city"_s].toString(), u"Milano"_s);
        start(Dialect::Reference, [](Options &options) { options.listing = Listing::AsShown; });
        add(u"Anna"_s, u"+393400000001"_s, [](Contact &contact) { contact.city = u"Milano"_s; });
        QVERIFY(!rowsOf(m_api->get("/contacts"))[0].toObject().contains(u"city"_s));
        QCOMPARE(m_api->get("/contacts/1").json(u"city"_s).toString(), u"Milano"_s);
    }

    void pagesMayBeBareOrCountFromEither()
    {
        start(Dialect::Reference, [](Options &options) {
            options.bareArrays = true;
            options.contacts = 12;
            options.firstPage = 1;
        });
        QVERIFY(m_api->get("/contacts").json().isArray());
        QCOMPARE(rowsOf(m_api->get("/contacts?page=2&limit=10")).size(), 2);
        start(Dialect::Uc020, [](Options &options) {
            options.contacts = 12;
            options.firstPage = 0;
        });
        QCOMPARE(m_api->get("/contacts").json(u"page"_s).toInt(), 0);
        QCOMPARE(rowsOf(m_api->get("/contacts?page=1&limit=10")).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPracticeSwitches)
#include "tst_practice_switches.moc"
