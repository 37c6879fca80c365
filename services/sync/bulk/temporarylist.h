// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"

namespace Elenco {

/// True for the lists that a desk makes for the time of an upload, this one's and others': they are nobody's lists, and
/// are told by their name, since nothing else of a list comes back from every gateway. Sixteen hexadecimal digits in it
/// belong to one desk, so that no desk takes away a list that another one is using.
bool isTemporaryList(const QString &name);

/// This desk's list for the time of an upload: made, and deleted when its members were read.
class TemporaryList
{
public:
    explicit TemporaryList(SyncCourse &course) : m_course(course) {}

    /// The desk's own; before make().
    void setName(const QString &name) { m_name = name; }
    QString name() const { return m_name; }
    RemoteId id() const { return m_id; }
    /// Made by an upload that had its name; none: it is to be made.
    void take(const RemoteId &id) { m_id = id; }

    enum class Making {
        Made,
        Failed,  ///< this time
        Refused, ///< and will be again
    };
    /// One whose answer was lost is found by its name.
    Routine<Making> make();
    /// This one, or one that an earlier run left. False: the course may not go on.
    Routine<bool> remove(RemoteId list);
    /// Looks for it by its name. False: it is not there, or the course may not go on.
    Routine<bool> find();

private:

    SyncCourse &m_course;
    QString m_name;
    RemoteId m_id;
};

} // namespace Elenco
