// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

#include <QElapsedTimer>
#include <QTimer>

namespace Elenco {

/// One import from the chosen file to its ledger: what the wizard shows and what its controls change. Every change of
/// the mapping plays the file through again in the background; the numbers are always those of a rehearsal.
class ImportSession : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Examining,  ///< the file is looked over
        Rehearsing, ///< played through; the last numbers are of an older mapping
        Ready,      ///< ledger() is what commit() will do
        Committing,
        Done,
    };

    /// `region`: of numbers without prefix, at first.
    ImportSession(AddressBook &addressBook, QString region, QObject *parent = nullptr);
    ~ImportSession() override;

    AddressBook &addressBook() const { return m_addressBook; }
    State state() const { return m_state; }
    /// What the running job has done, in its own unit; and how long it took so far or in all.
    Progress progress() const { return m_progress; }
    qint64 elapsedMs() const { return m_elapsedMs; }

    // The file.
    /// `further`: files of cards that are read with it, as one.
    void open(const QString &path, const QStringList &further = {});
    /// Goes on with a rehearsal that was left behind.
    void resume(const ImportRun &run);
    /// Of a resumed import: what became of its file meanwhile.
    ImportSettings::FileState fileState() const { return m_fileState; }
    const ImportSource &source() const { return m_source; }
    QString fileName() const;
    /// Reads the file in another way (encoding, delimiter, header); the mapping starts anew.
    void setReadOptions(const ReadOptions &options);
    /// Whether it can be read again: a file of long ago may be gone.
    bool canReadAgain() const { return m_source.rows > 0 && m_fileState != ImportSettings::FileState::Gone; }

    // The mapping.
    const ImportSettings &settings() const { return m_settings; }
    const QList<Column> &columns() const { return m_settings.columns; }
    const ColumnMapping &mapping() const { return m_settings.mapping; }
    const QString &region() const { return m_settings.region; }
    /// How many columns were matched without the user.
    int matchedCount() const { return m_matchedCount; }
    const QList<CustomField> &customFields() const { return m_customFields; }
    /// Sets a column's target; a standard field that is dropped on another column leaves its old one unless `combine`.
    void setTarget(int column, ColumnTarget target, bool combine = false);
    /// Decides a column that is left open as it is suggested; all of them without one.
    void takeSuggestion(std::optional<int> column = std::nullopt);
    /// The user knows better than the column how its dates are written.
    void setDateOrder(int column, DateOrder order);
    void setRegion(const QString &region);
    /// Without a number and an e-mail column nobody could be imported.
    bool canImport() const;

    // Problems.
    void mend(qint64 row, qsizetype column, const QString &text);
    void acceptRepair(qint64 row);
    /// What repairs are on offer, by kind, as of ledger().
    const QList<RepairOffer> &repairs() const { return m_repairs; }
    void acceptAllRepairs(RepairKind kind);
    /// Who equals somebody, the first of them, as of ledger(); nobody where both are kept.
    const StagedDuplicates &duplicates() const { return m_duplicates; }
    /// More are counted, not listed.
    static constexpr int duplicatesShownAtMost = 2000;
    /// Whether the row that equals another is imported as a person of its own (importing/rehearsal.h).
    void keepApart(qint64 row, bool isApart);
    /// What the file says otherwise than the last one of its layout, as the rehearsal found it at first.
    const FileChanges &changes() const { return m_changes; }
    /// Rows that are imported, but not all of them: the first ones, with what is said of them.
    const std::vector<StagedRow> &notices() const { return m_notices; }
    static constexpr int noticesShownAtMost = 500;
    /// How many rows were mended, by hand or by a repair, and are right now.
    qint64 mended() const { return m_invalidAtFirst - m_ledger.count(RowFate::Invalid); }
    bool canTakeBackMending() const { return m_mendings > 0 && m_state == State::Ready; }
    /// Undoes the last of the four above; what all repairs changed goes back as one.
    void takeBackMending();
    ImportsDoor::SharedRehearsal rehearsal() const { return m_rehearsal; }

    // The destination, and the end.
    const ImportChoices &choices() const { return m_choices; }
    void setChoices(const ImportChoices &choices);
    const ImportLedger &ledger() const { return m_ledger; }
    /// People who are here already and join the chosen lists all the same.
    qint64 joining() const;
    /// How many more contacts the account takes, where that is known; as of ledger().
    const std::optional<ContactRoom> &room() const { return m_room; }
    /// So many of the new ones have to wait here until the account has room for them.
    qint64 withoutRoom() const { return m_room ? m_room->beyond(m_ledger.count(RowFate::New)) : 0; }
    /// Whether committing would change anything.
    bool hasAnythingToImport() const { return m_ledger.imported() > 0 || joining() > 0; }
    void commit();
    /// Stops what is running; while committing, the address book stays as it was and the rehearsal is still there.
    void cancel();
    /// Leaves the import. If there is work of a person in it, it is kept as a pending import, and true is given;
    /// otherwise nothing of it stays.
    bool leave();
    /// After Done: takes the import back.
    void undo();
    bool isUndone() const { return m_isUndone; }
    void exportProblems(const QString &path);

Q_SIGNALS:
    void stateChanged();
    void progressChanged();
    /// The file was looked over anew: columns, preview and mapping are others.
    void sourceChanged();
    void mappingChanged();
    /// The rehearsal, or a mended row, gave other numbers and rows.
    void ledgerChanged();
    /// changes() and notices() are those of this rehearsal.
    void notesChanged();
    void undone(qint64 changed, qint64 keptEdited);
    void problemsExported(const QString &path);
    void failed(const Elenco::Error &error);

private:
    void setState(State state);
    void examine();
    void rehearse();
    void restart();
    void forgetRehearsal();
    void begin(ImportsDoor::SharedRehearsal rehearsal);
    void askLedger();
    void askFigures();
    void askDuplicates();
    void askRepairs();
    void askNotes();
    void rowEnded(const Result<StagedRow> &row);
    void mendingEnded(const Result<qint64> &mended, int step = 1);
    void fail(const Error &error, State fallback);
    template <typename Job>
    Job &watched(Job &slot, Job job);
    void resumeRehearsal(ImportId id);

    AddressBook &m_addressBook;
    State m_state = State::Idle;
    Progress m_progress;
    QElapsedTimer m_clock;
    qint64 m_elapsedMs = 0;
    QTimer m_restart; ///< several changes in a row are one rehearsal
    ImportSource m_source;
    ImportSettings m_settings;
    int m_matchedCount = 0;
    QList<CustomField> m_customFields;
    ImportsDoor::SharedRehearsal m_rehearsal;
    qint64 m_invalidAtFirst = 0; ///< of this rehearsal
    int m_mendings = 0;          ///< that can be taken back
    ImportChoices m_choices;
    ImportLedger m_ledger;
    std::optional<ContactRoom> m_room;
    QList<RepairOffer> m_repairs;
    StagedDuplicates m_duplicates;
    FileChanges m_changes;
    std::vector<StagedRow> m_notices;
    ChangeSetId m_changeSet;
    bool m_isUndone = false;
    bool m_hasWork = false; ///< something was matched, mended or chosen by a person
    ImportSettings::FileState m_fileState = ImportSettings::FileState::Same;

    Task<ImportSource> m_examining;
    Task<ImportSettings> m_suggesting;
    Task<QList<CustomField>> m_askingFields;
    Command<ImportsDoor::SharedRehearsal> m_rehearsing;
    Task<ImportLedger> m_askingLedger;
    Task<std::optional<ContactRoom>> m_askingRoom;
    Task<QList<RepairOffer>> m_askingRepairs;
    Task<StagedDuplicates> m_askingDuplicates;
    Task<FileChanges> m_askingChanges;
    Task<std::vector<StagedRow>> m_askingNotices;
    Command<StagedRow> m_mending;
    Command<qint64> m_repairing;
    Command<ImportLedger> m_committing;
    Command<UndoOutcome> m_undoing;
    Task<void> m_exporting;
    Task<ImportRun> m_askingRun;
};

// Every long job shows its progress in the same place.
template <typename Job>
Job &ImportSession::watched(Job &slot, Job job)
{
    m_progress = {};
    m_clock.start();
    slot = std::move(job);
    slot.onProgress([this](Progress progress) {
        m_progress = progress;
        m_elapsedMs = m_clock.elapsed();
        Q_EMIT progressChanged();
    });
    return slot;
}

} // namespace Elenco
