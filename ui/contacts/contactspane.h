// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "models/contacts/contactselection.h"
#include "models/contacts/searchreading.h"

#include <QPointer>
#include <QWidget>

class QSettings;
class QStackedLayout;

namespace Elenco {

class Chip;
class ColumnChooser;
class ContactTableView;
class ElidedLabel;
class EmptyState;
class FlowLayout;
class Label;

/// The middle of the window: which contacts these are, the conditions that narrow them down, and the table.
class ContactsPane : public QWidget
{
    Q_OBJECT

public:
    ContactsPane(AddressBook &addressBook, QSettings &settings, QWidget *parent = nullptr);
    ~ContactsPane() override;

    ContactTableModel &model() { return m_model; }
    ContactSelection &selection() { return m_selection; }
    ContactTableView &table() { return *m_table; }
    const ContactQuery &query() const { return m_model.query(); }

    /// Whose contacts these are: what the side bar selects.
    const Filter &scope() const { return m_scope; }
    void showScope(const Filter &scope, const QString &title);
    void setScopeTitle(const QString &title);
    /// `tokens` as chips in words; `text` is what is being typed.
    void setSearch(const QStringList &tokens, const QString &text);
    /// What a search may speak of here.
    const FilterVocabulary &vocabulary() const { return m_vocabulary; }
    void chooseColumns();

Q_SIGNALS:
    void tokenRemoved(int index);
    /// The user wants a condition on this field: "city:" or "totalSpent>".
    void conditionRequested(const QString &beginning);
    void searchCleared();
    /// What is searched for was read; where something is wrong, what was shown before is shown still.
    void searchRead(const Elenco::SearchReading &reading);
    void importRequested();
    /// Other rows are shown; how many there are is in model().
    void shown();
    void failed(const Elenco::Error &error);

private:
    void openFilterMenu();
    void readSearch();
    void showChips(const SearchReading &reading);
    void applyColumns();
    void refreshColumns();
    void refreshSummary();
    void showState();
    void setSort(const QList<SortKey> &keys);

    AddressBook &m_addressBook;
    QSettings &m_settings;
    ContactTableModel m_model;
    ContactSelection m_selection;
    ElidedLabel *m_title;
    ElidedLabel *m_summaryLabel;
    FlowLayout *m_chips;
    QList<Chip *> m_tokenChips;
    std::pair<QStringList, QStringList> m_chipsShow; ///< the conditions, and what is wrong with each
    Chip *m_filterChip;
    Label *m_problem; ///< what is wrong with the search
    FilterVocabulary m_vocabulary;
    bool m_isVocabularyKnown = false;
    bool m_isSearchUsable = true;
    QList<CustomField> m_fields;
    Filter m_scope;
    Filter m_search; ///< what the scope is narrowed down by
    QStringList m_tokens;
    QString m_text;
    Chip *m_columnsChip;
    ContactTableView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QPointer<ColumnChooser> m_chooser;
    ScopeSummary m_summary;
    bool m_isSummaryKnown = false;
    bool m_hasShown = false;
    Task<ScopeSummary> m_summaryTask;
    Task<QList<CustomField>> m_fieldsTask;
};

} // namespace Elenco
