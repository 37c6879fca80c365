// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactquery.h"
#include "store/journal/journal.h"
#include "tests/support/require.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// Fields that people made themselves.
class TestCustomFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The kind is part of a value's key (store/contacts/contactstate.h), the field is one: a value that comes under another kind
    // takes the place of the old one, whatever order the keys have, and goes back by an undo.
    void aValueThatChangesItsKindStays_data()
    {
        QTest::addColumn<ValueKind>("kind");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("a text for a number") << ValueKind::Text << QByteArray("molto");
        QTest::newRow("a date for a number") << ValueKind::Date << QByteArray("2026-03-15");
        QTest::newRow("a number for a number") << ValueKind::Number << QByteArray("13");
    }
    void aValueThatChangesItsKindStays()
    {
        QFETCH(ValueKind, kind);
        QFETCH(QByteArray, value);
        for (const bool isErased : {true, false})
            changeKind(kind, value.toStdString(), isErased);
    }

private:
    static void changeKind(ValueKind kind, const std::string &value, bool isErased)
    {
        TestWorkspace workspace;
        Journal journal(*workspace);
        const std::string asNumber = customKey(ValueKind::Number, "Codice cliente");
        const ContactId id = require(journal.create({{"firstName", "Ada"}, {asNumber, "12"}})).second;
        const auto code = [&] {
            const Contact contact = require(ContactQueries(*workspace).contact(id));
            return contact.customFields.size() == 1 ? contact.customFields.first().text : u"none or several"_s;
        };
        QCOMPARE(code(), u"12"_s);
        const ChangeSetId set = require(journal.edit(ChangeKind::Edit, u"Ada"_s, {id}, [&](ContactState &state) {
            if (isErased)
                state.erase(asNumber);
            state[customKey(kind, "Codice cliente")] = value;
        }));
        QCOMPARE(code(), QString::fromStdString(value));
        const UndoOutcome undone = require(journal.undo(set));
        QCOMPARE(undone.changed, 1);
        QCOMPARE(undone.keptEdited, 0);
        QCOMPARE(code(), u"12"_s);
    }
};

QTEST_GUILESS_MAIN(TestCustomFields)
#include "tst_customfields.moc"
