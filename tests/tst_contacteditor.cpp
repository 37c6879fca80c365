// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactstate.h"
#include "ui/contacts/contacteditor.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

const QList<CustomField> &fields()
{
    static const QList<CustomField> list{{u"Codice cliente"_s, ValueKind::Number},
                                         {u"totalSpent"_s, ValueKind::Number},
                                         {u"lastPurchaseDate"_s, ValueKind::Date},
                                         {u"Socio"_s, ValueKind::Bool},
                                         {u"Note interne"_s, ValueKind::Text}};
    return list;
}

Contact giulia()
{
    Contact contact;
    contact.id = ContactId(7);
    contact.firstName = u"Giulia"_s;
    contact.lastName = u"Rossi"_s;
    contact.phoneNumber = u"+393401234567"_s;
    contact.customFields = {{u"Codice cliente"_s, ValueKind::Number, u"1000000"_s},
                            {u"totalSpent"_s, ValueKind::Number, u"1090.765"_s},
                            {u"lastPurchaseDate"_s, ValueKind::Date, u"2026-03-05"_s},
                            {u"Socio"_s, ValueKind::Bool, u"true"_s},
                            {u"Note interne"_s, ValueKind::Text, u"5.000"_s}};
    return contact;
}

bool isItalian()
{
    return QLocale().name() == u"it_IT"_s;
}

bool isAmerican()
{
    return QLocale().name() == u"en_US"_s;
}

/// The editor as it opens, and what a person does with it.
class Desk
{
public:
    explicit Desk(const Contact &contact)
        : m_editor(new ContactEditor(
              contact, fields(), [](ContactState &) {}, nullptr)),
          saved(m_editor.get(), &ContactEditor::saved)
    {
        m_editor->setAttribute(Qt::WA_DeleteOnClose, false);
        m_editor->show();
        if (!QTest::qWaitForWindowExposed(m_editor.get()))
            qFatal("no window");
    }

    QLineEdit *edit(const QString &label) const { return named<QLineEdit>(label); }
    QComboBox *choice(const QString &label) const { return named<QComboBox>(label); }
    QPushButton *save() const
    {
        for (QPushButton *button : m_editor->findChildren<QPushButton *>()) {
            if (button->isDefault())
                return button;
        }
        return nullptr;
    }
    bool says(const QString &text) const
    {
        const auto labels = m_editor->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == text; });
    }
    void type(const QString &label, const QString &text) const
    {
        QLineEdit *line = edit(label);
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        for (QChar c : text) {
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
            QApplication::sendEvent(line, &press);
        }
    }
    std::string change(const std::string &key) const
    {
        const ContactState changes = m_editor->changes();
        const auto found = changes.find(key);
        return found == changes.end() ? "(none)" : found->second;
    }
    ContactState changes() const { return m_editor->changes(); }

private:
    template <typename Widget>
    Widget *named(const QString &label) const
    {
        for (Widget *widget : m_editor->findChildren<Widget *>()) {
            if (widget->accessibleName() == label)
                return widget;
        }
        qFatal("no %s", qPrintable(label));
        return nullptr;
    }

    std::unique_ptr<ContactEditor> m_editor;

public:
    QSignalSpy saved;
};

const std::string code = customKey(ValueKind::Number, "Codice cliente");
const std::string spent = customKey(ValueKind::Number, "totalSpent");
const std::string last = customKey(ValueKind::Date, "lastPurchaseDate");
const std::string member = customKey(ValueKind::Bool, "Socio");

} // namespace

/// The editor of a contact with fields of every kind: what it shows, what can be typed, what is stored.
class TestContactEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryKind()
    {
        const Desk desk(giulia());
        QCOMPARE(desk.edit(u"Codice cliente"_s)->text(), isItalian() ? u"1.000.000"_s : u"1,000,000"_s);
        QCOMPARE(desk.edit(u"Total spent"_s)->text(), isItalian() ? u"1.090,765"_s : u"1,090.765"_s);
        QCOMPARE(desk.edit(u"Last purchase"_s)->text(), isItalian()    ? u"05/03/2026"_s
                                                        : isAmerican() ? u"3/5/2026"_s
                                                                       : u"5 Mar 2026"_s);
        QCOMPARE(desk.choice(u"Socio"_s)->currentText(), u"Yes"_s);
        QCOMPARE(desk.edit(u"Note interne"_s)->text(), u"5.000"_s);
        QCOMPARE(desk.changes(), ContactState());
    }

    void typedAgainIsNoChange()
    {
        const Desk desk(giulia());
        for (const char *label : {"Codice cliente", "Total spent", "Last purchase", "Note interne"}) {
            const QString text = desk.edit(QLatin1String(label))->text();
            desk.type(QLatin1String(label), text);
        }
        QCOMPARE(desk.changes(), ContactState());
    }

    void dates_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        const auto row = [](const QString &typed, const QString &stored) {
            QTest::newRow(qPrintable(typed)) << typed << stored;
        };
        row(u"2026-03-15"_s, u"2026-03-15"_s);
        row(u"15 marzo 2026"_s, u"2026-03-15"_s);
        row(u"15 mar 2026"_s, u"2026-03-15"_s);
        row(u"15 March 2026"_s, u"2026-03-15"_s);
        row(isAmerican() ? u"3/15/2026"_s : u"15/03/2026"_s, u"2026-03-15"_s);
        row(isAmerican() ? u"3/5/26"_s : u"5/3/26"_s, u"2026-03-05"_s);
        row(isAmerican() ? u"3-15-2026"_s : u"15-03-2026"_s, u"2026-03-15"_s);
        row(isAmerican() ? u"3.15.2026"_s : u"15.03.2026"_s, u"2026-03-15"_s);
        row(isAmerican() ? u"02/31/2026"_s : u"31/02/2026"_s, {});
        row(u"31 febbraio 2026"_s, {});
        row(u"domani"_s, {});
    }
    void dates()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        const Desk desk(giulia());
        desk.type(u"Last purchase"_s, typed);
        if (stored.isEmpty()) {
            QVERIFY(!desk.save()->isEnabled());
            QVERIFY(desk.says(u"“%1” is not a date."_s.arg(typed)));
            return;
        }
        QVERIFY(desk.save()->isEnabled());
        QCOMPARE(desk.change(last), stored == u"2026-03-05"_s ? "(none)" : stored.toStdString());
    }

    void twoFiguresOfAYear()
    {
        const int year = QDate::currentDate().year();
        const Desk desk(giulia());
        desk.type(u"Last purchase"_s, u"1/1/%1"_s.arg((year + 20) % 100, 2, 10, QLatin1Char('0')));
        QCOMPARE(desk.change(last), std::to_string(year + 20) + "-01-01");
        desk.type(u"Last purchase"_s, u"1/1/%1"_s.arg((year - 79) % 100, 2, 10, QLatin1Char('0')));
        QCOMPARE(desk.change(last), std::to_string(year - 79) + "-01-01");
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        const auto row = [](const QString &typed, const QString &stored) {
            QTest::newRow(qPrintable(typed)) << typed << stored;
        };
        row(u"100000"_s, u"100000"_s);
        row(isItalian() ? u"2.000.000"_s : u"2,000,000"_s, u"2000000"_s);
        row(u"0.1"_s, u"0.1"_s);
        row(isItalian() ? u"0,1"_s : u"0.10"_s, u"0.1"_s);
        row(u"5.000"_s, isItalian() ? u"5000"_s : u"5"_s);
        row(u"5.5"_s, u"5.5"_s);
        row(u"1090.76"_s, u"1090.76"_s);
        row(isItalian() ? u"1.090,76"_s : u"1,090.76"_s, u"1090.76"_s);
        row(u"20000000000000000000"_s, u"20000000000000000000"_s);
        for (const char *garbage : {"nan", "inf", "1e6", "0x10", "12 a"})
            row(QLatin1String(garbage), {});
    }
    void numbers()
    {
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        const Desk desk(giulia());
        desk.type(u"Codice cliente"_s, typed);
        QCOMPARE(desk.save()->isEnabled(), !stored.isEmpty());
        QCOMPARE(desk.says(u"“%1” is not a number."_s.arg(typed)), stored.isEmpty());
        if (!stored.isEmpty())
            QCOMPARE(desk.change(code), stored.toStdString());
    }

    void savesWhatDiffers()
    {
        Desk desk(giulia());
        desk.type(u"First name"_s, u"Élodie"_s);
        desk.type(u"Total spent"_s, {});
        desk.choice(u"Socio"_s)->setCurrentIndex(2);
        QTest::mouseClick(desk.save(), Qt::LeftButton);
        QCOMPARE(desk.saved.count(), 1);
        const auto changes = desk.saved.first().first().value<ContactState>();
        QCOMPARE(changes, (ContactState{{"firstName", "Élodie"}, {spent, ""}, {member, "false"}}));
    }

    void aNewContact()
    {
        Desk desk{Contact()};
        QVERIFY(!desk.save()->isEnabled());
        desk.type(u"Last name"_s, u"Verdi"_s);
        desk.type(u"Codice cliente"_s, isItalian() ? u"1.000.000"_s : u"1,000,000"_s);
        QVERIFY(desk.save()->isEnabled());
        QCOMPARE(desk.changes(), (ContactState{{"lastName", "Verdi"}, {code, "1000000"}}));
    }
};

QTEST_MAIN(TestContactEditor)
#include "tst_contacteditor.moc"
