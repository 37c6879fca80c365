// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QUrl>

namespace Elenco {

/// A practice gateway in a process of its own, so that its work is not measured; it goes when this object does. The
/// key is "practice-key".
class PracticeProgram
{
public:
    /// Waits until it has made so many contacts and listens: half a minute for a million. Says on stderr when it does
    /// not; root() is empty then.
    explicit PracticeProgram(qint64 contacts, const QStringList &arguments = {});
    ~PracticeProgram();

    QUrl root() const { return m_root; }

private:
    QProcess m_process;
    QUrl m_root;
};

/// Processor time of this process so far, all of its threads.
double cpuSeconds();
/// The most memory that it ever had.
double peakMegabytes();

} // namespace Elenco
