// SPDX-License-Identifier: Apache-2.0
#include "account/practiceprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr int contactsAtFirst = 5000; // enough to page, search and cut a list out of
constexpr int listsAtFirst = 6;

Credential randomKey()
{
    QString word;
    for (int i = 0; i < 4; ++i)
        word += QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0');
    Result<Credential> key = Credential::fromText(word, Authentication::ApiKey);
    word.fill(u'0');
    Q_ASSERT(key);
    return *std::move(key);
}

} // namespace

PracticeProcess::PracticeProcess(QString program, QString stateFile, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_stateFile(std::move(stateFile))
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PracticeProcess::readRoot);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(Error{ErrorKind::NotFound, m_program, m_process.errorString()});
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        const bool ran = m_root.isValid();
        m_root.clear();
        const QString why = QString::fromLocal8Bit(m_process.readAllStandardError()).trimmed();
        finish(Error{ErrorKind::Unsupported, tr("the practice gateway"), why});
        if (ran)
            Q_EMIT ended();
    });
}

PracticeProcess::~PracticeProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    // It ends when nobody listens any more; what it holds is in its file after every request.
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(2000))
        m_process.kill();
    m_process.waitForFinished(2000);
}

QString PracticeProcess::installedProgram()
{
    const QDir folder(QCoreApplication::applicationDirPath());
#ifdef Q_OS_WIN
    return folder.filePath(u"elenco-practice-gateway.exe"_s);
#else
    return folder.filePath(u"elenco-practice-gateway"_s);
#endif
}

QString PracticeProcess::stateFile(const QString &workspacePath)
{
    return workspacePath + ".practice"_L1;
}

Task<QUrl> PracticeProcess::start(QObject *context)
{
    if (m_root.isValid())
        return Task<QUrl>::finished(context, m_root);
    m_waiting.emplace_back(context);
    Task<QUrl> task = m_waiting.back().task();
    if (m_process.state() != QProcess::NotRunning)
        return task;
    m_key = randomKey();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString variable = u"ELENCO_PRACTICE_KEY"_s;
    environment.insert(variable, QString::fromStdString(m_key.secret()));
    m_process.setProcessEnvironment(environment);
    QStringList arguments{u"--port"_s,  u"0"_s,      u"--key-from"_s,          u"env:"_s + variable,
                          u"--state"_s, m_stateFile, u"--until-stdin-closes"_s};
    if (!QFileInfo::exists(m_stateFile))
        arguments += {u"--contacts"_s, QString::number(contactsAtFirst), u"--lists"_s, QString::number(listsAtFirst)};
    m_process.start(m_program, arguments);
    return task;
}

void PracticeProcess::readRoot()
{
    if (m_root.isValid() || !m_process.canReadLine())
        return;
    const QUrl root(QString::fromLatin1(m_process.readLine()).trimmed(), QUrl::StrictMode);
    if (!root.isValid() || root.scheme() != "http"_L1)
        return m_process.kill(); // another program of that name
    m_root = root;
    finish(root);
}

void PracticeProcess::finish(Result<QUrl> result)
{
    for (TaskPromise<QUrl> &promise : std::exchange(m_waiting, {}))
        promise.finish(result);
}

} // namespace Elenco
