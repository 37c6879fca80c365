// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Elenco {

/// Mistakes that other sync engines were made with (sync.md section 3). Ours makes none of them; a build of it for
/// tests can be told to make one, to see whether the tests see it.
enum class Bug {
    None,
    PullOverwrites,        ///< a pull overwrites rows that were edited here
    AdoptTakesLocalAsBase, ///< adopting a contact takes the local values as base
    CursorWithoutSeen,     ///< a reading goes on without what it saw before; absence is deletion
    UnknownCreateFails,    ///< a lost answer is a failure, and so is 409
    PutWithoutReading,     ///< what was there when last in step is taken for what is there
    ForwardAbsence,        ///< pages are read forwards; absence is deletion
    AnswerOverwrites,      ///< the answer of a write overwrites what was edited meanwhile
    BackwardAbsence,       ///< absence is deletion
    DeleteWithoutReading,  ///< deletes what was edited elsewhere
    BlindListRetry,        ///< a list whose creation was not answered is made again
    DropsUnknownMembers,   ///< a replacing PUT leaves out what we do not know
    BelievesAny404,        ///< also that of a proxy, and without another contact as canary
    NoNotices,             ///< nobody is told that a value of his was replaced
    ForgetsUnanswered,     ///< what is over there by a change that was not answered is taken for somebody else's
    NotesOnlyOnAnswers,    ///< whose value it is, is not noted when a reading shows that a lost write arrived
};

#ifdef ELENCO_DELIBERATE_BUGS
inline Bug deliberateBug = Bug::None;
inline bool deliberate(Bug bug)
{
    return deliberateBug == bug;
}
#else
constexpr bool deliberate(Bug)
{
    return false;
}
#endif

} // namespace Elenco
