// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gatewaycommand.h"

#include "app/cli/accounttarget.h"
#include "app/cli/output.h"
#include "app/cli/remotejson.h"
#include "gateway/client/pager.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimer>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// One look at the gateway: its Tasks, and what is printed of their answers. Ends the event loop with a status.
class Look : public QObject
{
public:
    Look(Client &client, const CommandContext &context) : m_client(client), m_context(context)
    {
        // Ctrl+C arrives beside the event loop.
        m_interrupt.callOnTimeout(this, [this] {
            if (m_context.control.isCancelled())
                finish(refuse({ErrorKind::Cancelled, {}, {}}));
        });
        m_interrupt.start(200);
    }

    void test()
    {
        m_done = m_client.testConnection();
        m_done.then([this](const Result<void> &result) {
            if (!result)
                return finish(refuse(result.error()));
            const QString root = m_client.account().root.toString();
            if (m_context.json)
                printJson({{"ok"_L1, true}, {"root"_L1, root}, {"practice"_L1, m_client.account().practice}});
            else
                printLine(u"%1 answers and takes the key"_s.arg(root));
            finish(Done);
        });
    }

    void quota()
    {
        m_quota = m_client.contactQuota();
        m_quota.then([this](const Result<Quota> &quota) {
            if (!quota)
                return finish(refuse(quota.error()));
            if (m_context.json)
                printJson(toJson(*quota));
            else
                printLine(
                    u"%1 of %2 contacts used, room for %3"_s.arg(quota->used).arg(quota->total).arg(quota->remaining));
            finish(Done);
        });
    }

    void subscription()
    {
        m_subscription = m_client.subscription();
        m_subscription.then([this](const Result<Subscription> &subscription) {
            if (!subscription)
                return finish(refuse(subscription.error()));
            m_context.json ? printJson(toJson(*subscription)) : printLine(toText(*subscription));
            finish(Done);
        });
    }

    void credit()
    {
        m_credit = m_client.credit();
        m_credit.then([this](const Result<Credit> &credit) {
            if (!credit)
                return finish(refuse(credit.error()));
            m_context.json ? printJson(toJson(*credit)) : printLine(toText(*credit));
            finish(Done);
        });
    }

    // The words of the account first: what is described is how it is asked best.
    void describe()
    {
        m_probe = m_client.probe();
        m_probe.then([this](const Result<Capabilities> &found) {
            if (!found)
                return finish(refuse(found.error()));
            m_description = m_client.describe();
            m_description.then([this](const Result<QByteArray> &text) {
                if (!text)
                    return finish(refuse(text.error()));
                const QJsonDocument document = QJsonDocument::fromJson(*text);
                if (m_context.json)
                    printJson(document.object());
                else
                    printLine(QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed());
                finish(Done);
            });
        });
    }

    void download(const RemoteId &list, const QString &path)
    {
        m_file = std::make_unique<QSaveFile>(path);
        if (!m_file->open(QIODevice::WriteOnly))
            return QTimer::singleShot(0, this, [this, path] {
                finish(refuse({ErrorKind::WriteFailed, path, m_file->errorString()}));
            });
        ExportQuery query;
        if (list.isValid())
            query.listIds.append(list);
        m_fetch = m_client.fetchExport(
            query, [this](QByteArrayView piece) { return m_file->write(piece.data(), piece.size()) == piece.size(); });
        m_fetch.then([this, path](const Result<qint64> &bytes) {
            if (!bytes)
                return finish(refuse(bytes.error()));
            if (!m_file->commit())
                return finish(refuse({ErrorKind::WriteFailed, path, m_file->errorString()}));
            if (m_context.json)
                printJson({{"file"_L1, path}, {"bytes"_L1, *bytes}});
            else
                printLine(u"%1 bytes in %2"_s.arg(*bytes).arg(path));
            finish(Done);
        });
    }

    void campaigns()
    {
        m_campaigns = m_client.campaigns();
        m_campaigns.then([this](const Result<Page<Campaign>> &page) {
            if (!page)
                return finish(refuse(page.error()));
            for (const Campaign &campaign : page->rows)
                m_context.json ? printJson(toJson(campaign)) : printLine(toText(campaign));
            finish(Done);
        });
    }

    void lists(const RemoteId &holding)
    {
        RemoteListQuery query;
        if (holding.isValid())
            query.contactIds.append(holding);
        m_listPager = std::make_unique<ListPager>(m_client, query, start());
        nextLists();
    }

    void contacts(const RemoteId &list, const QString &search, qint64 limit)
    {
        m_left = limit;
        RemoteContactQuery query;
        query.search = search;
        m_contactPager = list.isValid() ? std::make_unique<ContactPager>(m_client, list, query, start())
                                        : std::make_unique<ContactPager>(m_client, query, start());
        nextContacts();
    }

private:
    static PagingStart start()
    {
        PagingStart start;
        start.priority = Priority::Person;
        return start;
    }

    void nextLists()
    {
        m_lists = m_listPager->next();
        m_lists.then([this](const Result<PagedRows<RemoteList>> &page) {
            if (!page)
                return finish(refuse(page.error()));
            for (const RemoteList &list : page->rows)
                m_context.json ? printJson(toJson(list)) : printLine(toText(list));
            page->progress.atEnd ? finish(Done) : nextLists();
        });
    }

    void nextContacts()
    {
        m_contacts = m_contactPager->next();
        m_contacts.then([this](const Result<PagedRows<RemoteContact>> &page) {
            if (!page)
                return finish(refuse(page.error()));
            for (const RemoteContact &contact : page->rows) {
                if (m_left-- <= 0)
                    break;
                m_context.json ? printJson(toJson(contact)) : printLine(toText(contact));
            }
            if (page->progress.atEnd || m_left <= 0)
                return finish(Done);
            showProgress(u"reading"_s, {page->progress.rowsTaken, page->progress.lastTotal.value_or(0)});
            nextContacts();
        });
    }

    void finish(int status)
    {
        endProgress();
        QCoreApplication::exit(status);
    }

    Client &m_client;
    const CommandContext &m_context;
    QTimer m_interrupt;
    std::unique_ptr<ListPager> m_listPager;
    std::unique_ptr<ContactPager> m_contactPager;
    Task<void> m_done;
    std::unique_ptr<QSaveFile> m_file; ///< kept only when all of it has come
    Task<Quota> m_quota;
    Task<Subscription> m_subscription;
    Task<Credit> m_credit;
    Task<Capabilities> m_probe;
    Task<QByteArray> m_description;
    Task<qint64> m_fetch;
    Task<Page<Campaign>> m_campaigns;
    Task<PagedRows<RemoteList>> m_lists;
    Task<PagedRows<RemoteContact>> m_contacts;
    qint64 m_left = 0;
};

} // namespace

int gatewayCommand(const QStringList &rest, const CommandContext &context)
{
    Arguments arguments(rest);
    AccountTarget target(arguments);
    const RemoteId list{arguments.take("--list"_L1).value_or(QString())};
    const RemoteId contact{arguments.take("--contact"_L1).value_or(QString())};
    const QString search = arguments.take("--search"_L1).value_or(QString());
    bool isNumber = true;
    const std::optional<QString> limitText = arguments.take("--limit"_L1);
    const qint64 limit = limitText ? limitText->toLongLong(&isNumber) : std::numeric_limits<qint64>::max();
    const QStringList operands = arguments.operands();
    const QString what = operands.value(0);
    const bool known = QStringList{u"test"_s,         u"lists"_s,  u"contacts"_s, u"quota"_s, u"campaigns"_s,
                                   u"subscription"_s, u"credit"_s, u"describe"_s, u"export"_s}
                           .contains(what);
    const bool isExport = what == "export"_L1;
    if (!arguments.error().isEmpty() || !known || !isNumber || limit < 1 || operands.size() != (isExport ? 2 : 1))
        return wrongUsage(!arguments.error().isEmpty() ? arguments.error()
                          : isExport                   ? u"gateway export takes one file"_s
                                                       : u"gateway takes one of its words"_s,
                          gatewayUsage);
    std::unique_ptr<Look> look;
    target.open(context.workspace, [&](Result<Client *> client) {
        if (!client)
            return QCoreApplication::exit(refuse(client.error()));
        look = std::make_unique<Look>(**client, context);
        if (what == "test"_L1)
            look->test();
        else if (what == "lists"_L1)
            look->lists(contact);
        else if (what == "quota"_L1)
            look->quota();
        else if (what == "campaigns"_L1)
            look->campaigns();
        else if (what == "subscription"_L1)
            look->subscription();
        else if (what == "credit"_L1)
            look->credit();
        else if (what == "describe"_L1)
            look->describe();
        else if (isExport)
            look->download(list, operands.at(1));
        else
            look->contacts(list, search, limit);
    });
    return QCoreApplication::exec();
}

} // namespace Elenco
