// SPDX-License-Identifier: Apache-2.0
#include "models/imports/importsession.h"

#include "importing/mappingguess.h"

namespace Elenco {

ImportSession::ImportSession(AddressBook &addressBook, QString region, QObject *parent)
    : QObject(parent), m_addressBook(addressBook)
{
    m_settings.region = std::move(region);
    m_restart.setSingleShot(true);
    m_restart.setInterval(120);
    connect(&m_restart, &QTimer::timeout, this, &ImportSession::rehearse);
}

ImportSession::~ImportSession()
{
    leave();
}

QString ImportSession::fileName() const
{
    return namesOf(m_source.path, m_source.options.further);
}

void ImportSession::setState(State state)
{
    if (m_clock.isValid())
        m_elapsedMs = m_clock.elapsed();
    m_state = state;
    Q_EMIT stateChanged();
}

void ImportSession::fail(const Error &error, State fallback)
{
    setState(fallback);
    if (error.kind != ErrorKind::Cancelled)
        Q_EMIT failed(error);
}

void ImportSession::open(const QString &path, const QStringList &further)
{
    leave();
    const QString region = m_settings.region;
    m_source = {};
    m_source.path = path;
    m_source.options.further = further;
    m_settings = {};
    m_settings.region = region;
    m_ledger = {};
    m_isUndone = false;
    m_fileState = ImportSettings::FileState::Same;
    examine();
}

void ImportSession::setReadOptions(const ReadOptions &options)
{
    const QStringList further = std::move(m_source.options.further);
    m_source.options = options;
    m_source.options.further = further;
    m_fileState = ImportSettings::FileState::Same; // as it is now
    m_hasWork = true;
    examine();
}

void ImportSession::examine()
{
    m_restart.stop();
    m_rehearsing.cancel();
    forgetRehearsal();
    setState(State::Examining);
    watched(m_examining, m_addressBook.imports().examine(this, m_source.path, m_source.options))
        .then([this](Result<ImportSource> source) {
            if (!source)
                return fail(source.error(), State::Idle);
            m_source = std::move(*source);
            m_suggesting = m_addressBook.imports().suggestedSettings(this, m_source, m_settings.region);
            m_suggesting.then([this](Result<ImportSettings> settings) {
                if (!settings)
                    return fail(settings.error(), State::Idle);
                m_settings = std::move(*settings);
                m_matchedCount = static_cast<int>(
                    std::count_if(m_settings.mapping.targets.begin(), m_settings.mapping.targets.end(),
                                  [](const ColumnTarget &target) {
                                      return target.kind != ColumnTarget::Kind::Ignore && target.isCertain;
                                  }));
                Q_EMIT sourceChanged();
                Q_EMIT mappingChanged();
                rehearse();
            });
        });
    m_askingFields = m_addressBook.contacts().customFields(this);
    m_askingFields.then([this](Result<QList<CustomField>> fields) {
        if (fields)
            m_customFields = std::move(*fields);
        Q_EMIT mappingChanged();
    });
}

void ImportSession::resume(const ImportRun &run)
{
    leave();
    m_settings = ImportSettings::unpack(run.settings);
    m_choices = m_settings.choices;
    m_hasWork = true;
    m_fileState = m_settings.fileState();
    m_source = {};
    m_source.path = run.filePath;
    m_source.options = m_settings.options;
    m_source.description.columns = m_settings.columns;
    m_source.profiles.resize(static_cast<size_t>(m_settings.columns.size()));
    m_matchedCount = m_settings.mapping.assignedCount();
    m_askingFields = m_addressBook.contacts().customFields(this);
    m_askingFields.then([this](Result<QList<CustomField>> fields) {
        if (fields)
            m_customFields = std::move(*fields);
        Q_EMIT mappingChanged();
    });
    if (m_fileState == ImportSettings::FileState::Gone) {
        Q_EMIT sourceChanged();
        Q_EMIT mappingChanged();
        return resumeRehearsal(run.id);
    }
    setState(State::Examining);
    watched(m_examining, m_addressBook.imports().examine(this, m_source.path, m_source.options))
        .then([this, id = run.id](Result<ImportSource> source) {
            if (source && source->description.columns == m_settings.columns) {
                m_source = std::move(*source);
                if (m_fileState == ImportSettings::FileState::Changed)
                    m_source.first.clear(); // what is shown is what was read then
            } else {
                m_fileState = source ? ImportSettings::FileState::Changed : ImportSettings::FileState::Gone;
            }
            Q_EMIT sourceChanged();
            Q_EMIT mappingChanged();
            resumeRehearsal(id);
        });
}

void ImportSession::resumeRehearsal(ImportId id)
{
    setState(State::Rehearsing);
    watched(m_rehearsing, m_addressBook.imports().resume(this, id))
        .then([this](Result<ImportsDoor::SharedRehearsal> rehearsal) {
            if (!rehearsal)
                return fail(rehearsal.error(), State::Idle);
            begin(std::move(*rehearsal));
        });
}

void ImportSession::rehearse()
{
    m_rehearsing.cancel(); // the one before is of no use to anybody
    forgetRehearsal();
    m_settings.choices = m_choices;
    setState(State::Rehearsing);
    watched(m_rehearsing, m_addressBook.imports().rehearse(this, m_settings, m_source.rows))
        .then([this](Result<ImportsDoor::SharedRehearsal> rehearsal) {
            if (!rehearsal)
                return fail(rehearsal.error(), State::Idle);
            begin(std::move(*rehearsal));
        });
}

// Under another mapping. What is under way for the one before comes to its end, but says nothing any more.
void ImportSession::restart()
{
    forgetRehearsal();
    m_restart.start();
    setState(State::Rehearsing);
}

// Whoever asked about it is not answered any more: what it said is of no use to the next one.
void ImportSession::forgetRehearsal()
{
    m_askingLedger = {};
    m_askingRoom = {};
    m_askingDuplicates = {};
    m_askingRepairs = {};
    m_askingChanges = {};
    m_askingNotices = {};
    m_mending = {};
    m_repairing = {};
    m_rehearsal.reset();
}

void ImportSession::begin(ImportsDoor::SharedRehearsal rehearsal)
{
    m_rehearsal = std::move(rehearsal);
    m_mendings = 0;
    m_invalidAtFirst = -1;
    askLedger();
    askNotes();
}

// The room of the account first, so that nothing comes between the figures and the rows behind them.
void ImportSession::askLedger()
{
    m_askingRoom = m_addressBook.outbox().contactRoom(this);
    m_askingRoom.then([this](const Result<std::optional<ContactRoom>> &room) {
        m_room = room ? *room : std::nullopt;
        askFigures();
    });
}

void ImportSession::askFigures()
{
    m_askingLedger = m_addressBook.imports().ledger(this, m_rehearsal, m_choices.strategy);
    m_askingLedger.then([this](Result<ImportLedger> ledger) {
        if (!ledger)
            return fail(ledger.error(), State::Idle);
        m_ledger = std::move(*ledger);
        if (m_invalidAtFirst < 0)
            m_invalidAtFirst = m_ledger.count(RowFate::Invalid);
        askDuplicates();
    });
}

void ImportSession::setTarget(int column, ColumnTarget target, bool combine)
{
    if (column < 0 || column >= m_settings.mapping.targets.size())
        return;
    if (static_cast<size_t>(column) < m_source.profiles.size())
        target = withProfile(target, m_source.profiles[static_cast<size_t>(column)], QLocale());
    target.isCertain = true;
    target.evidence = ColumnTarget::Evidence::Chosen;
    for (ColumnTarget &other : m_settings.mapping.targets) {
        const bool isSame = other.kind == target.kind && other.key() == target.key();
        if (!combine && isSame && target.kind != ColumnTarget::Kind::Ignore)
            other = {};
    }
    m_settings.mapping.set(column, std::move(target));
    m_hasWork = true;
    Q_EMIT mappingChanged();
    restart();
}

void ImportSession::takeSuggestion(std::optional<int> wanted)
{
    const QList<qsizetype> open = m_settings.mapping.suggestions.keys();
    for (const qsizetype column : open) {
        if (!wanted || column == *wanted)
            m_settings.mapping.takeSuggestion(column);
    }
    m_hasWork = true;
    Q_EMIT mappingChanged();
    restart();
}

void ImportSession::setDateOrder(int column, DateOrder order)
{
    if (column < 0 || column >= m_settings.mapping.targets.size())
        return;
    m_settings.mapping.targets[column].dateOrder = order;
    m_settings.mapping.targets[column].isCertain = true;
    m_hasWork = true;
    Q_EMIT mappingChanged();
    restart();
}

void ImportSession::setRegion(const QString &region)
{
    if (region == m_settings.region)
        return;
    m_settings.region = region;
    m_hasWork = true;
    Q_EMIT mappingChanged();
    if (m_state == State::Ready || m_state == State::Rehearsing)
        restart();
}

bool ImportSession::canImport() const
{
    return m_settings.mapping.has(Field::Phone) || m_settings.mapping.has(Field::Email);
}

void ImportSession::setChoices(const ImportChoices &choices)
{
    const bool judgesOtherwise = choices.strategy != m_choices.strategy;
    m_hasWork = m_hasWork || (m_state == State::Ready && choices != m_choices);
    m_choices = choices;
    if (judgesOtherwise && m_state == State::Ready)
        askLedger();
}

qint64 ImportSession::joining() const
{
    if (m_choices.lists.isEmpty() || !m_choices.addExistingToLists)
        return 0;
    return m_ledger.count(RowFate::DuplicateHere) + m_ledger.count(RowFate::Unchanged);
}

void ImportSession::commit()
{
    if (m_state != State::Ready)
        return;
    setState(State::Committing);
    watched(m_committing, m_addressBook.imports().commit(this, m_rehearsal, m_choices)).then([this](Result<ImportLedger> ledger) {
        if (!ledger)
            return fail(ledger.error(), State::Ready);
        m_ledger = std::move(*ledger);
        m_askingRun = m_addressBook.imports().run(this, m_rehearsal->id());
        m_askingRun.then([this](const Result<ImportRun> &run) {
            if (run)
                m_changeSet = run->changeSet;
            setState(State::Done);
            Q_EMIT ledgerChanged();
        });
    });
}

void ImportSession::cancel()
{
    m_restart.stop();
    m_examining.requestStop();
    m_rehearsing.requestStop();
    m_repairing.requestStop();
    m_committing.requestStop();
}

bool ImportSession::leave()
{
    m_examining.cancel();
    m_suggesting.cancel();
    const bool isKept = m_hasWork && (m_state == State::Rehearsing || m_state == State::Ready);
    if (isKept && m_restart.isActive())
        rehearse(); // under what was changed last
    m_restart.stop();
    // What is let go of comes to its end, and waits to be offered again.
    if (isKept)
        m_rehearsing = {};
    else
        m_rehearsing.cancel();
    m_committing = {};
    if (m_rehearsal && isKept)
        m_addressBook.imports().keep(this, m_rehearsal, m_choices);
    else if (m_rehearsal && m_state != State::Done && m_state != State::Committing)
        m_addressBook.imports().discardLater(m_rehearsal);
    forgetRehearsal();
    m_changeSet = {};
    m_hasWork = false;
    m_state = State::Idle;
    return isKept;
}

void ImportSession::undo()
{
    if (m_state != State::Done || !m_changeSet.isValid() || m_isUndone)
        return;
    watched(m_undoing, m_addressBook.history().undo(this, m_changeSet)).then([this](const Result<UndoOutcome> &outcome) {
        if (!outcome)
            return fail(outcome.error(), State::Done);
        m_isUndone = true;
        Q_EMIT undone(outcome->changed, outcome->keptEdited);
        Q_EMIT stateChanged();
    });
}

} // namespace Elenco
