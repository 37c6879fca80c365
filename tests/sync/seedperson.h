// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/contacts/contactstate.h"
#include "store/contacts/lists.h"
#include "tests/sync/seeddesk.h"
#include "tests/sync/seedscript.h"

namespace Elenco {

/// A person at a desk, who does one step of a script to what is there.
class SeedPerson
{
public:
    SeedPerson(SeedDesk &desk, const SeedStep &step);

    /// `mayRename`: lists may get another name now.
    void act(bool mayRename);
    /// How many lists are to be over there more because of it.
    int listsMade() const { return m_listsMade; }

    /// A value that nobody else types: "A-17".
    static QString value(const QString &who, const SeedStep &step, int nth = 0);
    /// One of few numbers, so that people want the same one.
    static QString number(quint32 pick);

private:
    void doStep(bool mayRename);
    void addContact();
    void edit(ContactId id, const std::string &field, const QString &value);
    void swapNumbers();
    void removeTag();
    void renameList();
    void import();
    void undo();
    void resolve();
    bool isShown(const QString &number) const;
    QString textFor(const std::string &field, int nth = 0) const;

    SeedDesk &m_desk;
    const SeedStep &m_step;
    std::vector<ContactId> m_shown;
    QList<ContactList> m_lists;
    ContactId m_someone;
    std::string m_field;
    int m_listsMade = 0;
};

} // namespace Elenco
