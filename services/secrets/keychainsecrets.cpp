// SPDX-License-Identifier: Apache-2.0
#include "secrets/keychainsecrets.h"

#include <qt6keychain/keychain.h>

#include <QRandomGenerator>

#include <functional>
#include <memory>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

using QKeychain::DeletePasswordJob;
using QKeychain::Job;
using QKeychain::ReadPasswordJob;
using QKeychain::WritePasswordJob;

constexpr QKeychain::Error ok = QKeychain::NoError;

Error unavailable(const Job &job)
{
    return {ErrorKind::SecretsUnavailable, {}, job.errorString()};
}

/// `done` gets the finished job; not at all when `context` is gone by then. The job deletes itself.
template <typename J>
void start(J *job, const QString &name, QObject *context, std::function<void(const J &)> done)
{
    job->setKey(name);
    job->setInsecureFallback(false);
    QObject::connect(job, &Job::finished, context, [job, done = std::move(done)] { done(*job); });
    job->start();
}

/// Writes a word that nobody can guess, reads it again, takes it away.
void tryCanary(const QString &service, QObject *context, std::function<void(Result<void>)> answer)
{
    const QString name = u"elenco-canary-%1"_s.arg(QRandomGenerator::system()->generate64(), 0, 16);
    const QByteArray word = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    auto *write = new WritePasswordJob(service);
    write->setBinaryData(word);
    start<WritePasswordJob>(write, name, context, [=](const WritePasswordJob &written) {
        if (written.error() != ok)
            return answer(unavailable(written));
        start<ReadPasswordJob>(new ReadPasswordJob(service), name, context, [=](const ReadPasswordJob &read) {
            const bool works = read.error() == ok && read.binaryData() == word;
            const Error error = unavailable(read);
            start<DeletePasswordJob>(new DeletePasswordJob(service), name, context, [=](const DeletePasswordJob &) {
                answer(works ? Result<void>() : Result<void>(error));
            });
        });
    });
}

template <typename T>
std::shared_ptr<TaskPromise<T>> promise(QObject *context)
{
    return std::make_shared<TaskPromise<T>>(context);
}

} // namespace

Task<void> KeychainSecrets::probe(QObject *context)
{
    const auto job = promise<void>(context);
    tryCanary(m_service, context, [job](const Result<void> &result) { job->finish(result); });
    return job->task();
}

Task<Credential> KeychainSecrets::read(QObject *context, const QString &name)
{
    const auto job = promise<Credential>(context);
    start<ReadPasswordJob>(new ReadPasswordJob(m_service), name, context,
                           [job, context, name, service = m_service](const ReadPasswordJob &read) {
                               if (read.error() == ok) {
                                   QByteArray bytes = read.binaryData();
                                   job->finish(Credential::fromStored(bytes));
                                   bytes.fill('\0');
                               } else if (read.error() != QKeychain::EntryNotFound) {
                                   job->finish(unavailable(read));
                               } else {
                                   tryCanary(service, context, [job, name](const Result<void> &works) {
                                       job->finish(works ? Error{ErrorKind::NotFound, name, {}} : works.error());
                                   });
                               }
                           });
    return job->task();
}

Task<void> KeychainSecrets::write(QObject *context, const QString &name, const Credential &secret)
{
    const auto job = promise<void>(context);
    auto *write = new WritePasswordJob(m_service);
    write->setBinaryData(QByteArray(secret.secret().data(), qsizetype(secret.secret().size())));
    start<WritePasswordJob>(write, name, context, [job](const WritePasswordJob &written) {
        job->finish(written.error() == ok ? Result<void>() : Result<void>(unavailable(written)));
    });
    return job->task();
}

Task<void> KeychainSecrets::remove(QObject *context, const QString &name)
{
    const auto job = promise<void>(context);
    start<DeletePasswordJob>(new DeletePasswordJob(m_service), name, context, [job](const DeletePasswordJob &deleted) {
        const bool gone = deleted.error() == ok || deleted.error() == QKeychain::EntryNotFound;
        job->finish(gone ? Result<void>() : Result<void>(unavailable(deleted)));
    });
    return job->task();
}

} // namespace Elenco
