// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/commandline.h"

#include "tests/gateway/manner.h"

#include <QCommandLineParser>
#include <QFile>

#include <limits>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

const QList<QCommandLineOption> &known()
{
    static const QList<QCommandLineOption> options{
        {u"port"_s, u"The port of 127.0.0.1 to listen on; 0 is any free one."_s, u"port"_s, u"0"_s},
        {u"key"_s, u"The API key that clients must send."_s, u"key"_s},
        {u"key-from"_s, u"Read the key from an environment variable or a file instead."_s, u"env:NAME|file:PATH"_s},
        {u"user"_s, u"Accept HTTP Basic for this user too."_s, u"user"_s},
        {u"password"_s, u"The user's password."_s, u"password"_s},
        {u"dialect"_s, u"Whose description to play: reference, uc007, uc020, uc023."_s, u"dialect"_s, u"reference"_s},
        {u"plan"_s, u"The rate limit: production, trial, unlimited."_s, u"plan"_s, u"production"_s},
        {u"quota"_s, u"How many contacts the account may hold."_s, u"number"_s, u"2000000"_s},
        {u"contacts"_s, u"Invented people to begin with."_s, u"number"_s, u"0"_s},
        {u"lists"_s, u"Lists to begin with."_s, u"number"_s, u"0"_s},
        {u"seed"_s, u"What people and faults are drawn from."_s, u"number"_s, u"1"_s},
        {u"faults"_s, u"Rates of faults: drop=0.03,lost=0.05,POST /contacts:error=1,delay-ms=500."_s, u"spec"_s},
        {u"state"_s, u"Keep the account in this file; without it, in memory."_s, u"file"_s},
        {u"tls"_s, u"Serve https with this certificate and key (PEM)."_s, u"certificate,key"_s},
        {u"put"_s, u"What PUT does to fields it does not name: partial (they stay), replace (they are cleared)."_s,
         u"manner"_s, u"partial"_s},
        {u"strict"_s, u"Refuse what the dialect's document does not name."_s},
        {u"listing"_s, u"Which keys a page of contacts shows: dialect, shown (the document's), whole."_s, u"manner"_s,
         u"dialect"_s},
        {u"drop-fields"_s, u"Keys that are taken and not kept: region,tags,customFields.vip."_s, u"keys"_s},
        {u"first-page"_s, u"What pages are counted from: dialect, 0, 1."_s, u"number"_s, u"dialect"_s},
        {u"custom-fields"_s, u"What PUT does to custom fields it does not name: replace, merge (they stay)."_s,
         u"manner"_s, u"replace"_s},
        {u"duplicates"_s, u"POST of a known number: dialect, 400, 409, copy (a second contact)."_s, u"manner"_s,
         u"dialect"_s},
        {u"ignore"_s, u"Query parameters the server does not know: sortBy,phoneNumber."_s, u"names"_s},
        {u"until-stdin-closes"_s, u"End when standard input is closed."_s},
    };
    return options;
}

// Takes values out of a parser and remembers the first mistake.
class Values
{
public:
    Values(const QCommandLineParser &parser, QString *error) : m_parser(parser), m_error(error) {}

    qint64 number(const QString &name, qint64 most)
    {
        bool isNumber = false;
        const qint64 number = m_parser.value(name).toLongLong(&isNumber);
        if (!isNumber || number < 0 || number > most)
            complain(u"--%1: %2 is not a number from 0 to %3."_s.arg(name, m_parser.value(name)).arg(most));
        return number;
    }
    template <typename Value>
    Value choice(const QString &name, const QList<std::pair<QString, Value>> &choices)
    {
        QStringList words;
        for (const auto &[word, value] : choices) {
            if (word == m_parser.value(name))
                return value;
            words.append(word);
        }
        complain(u"--%1: %2 is none of %3."_s.arg(name, m_parser.value(name), words.join(u", "_s)));
        return {};
    }
    void complain(const QString &sentence)
    {
        if (m_error->isEmpty())
            *m_error = sentence;
    }

private:
    const QCommandLineParser &m_parser;
    QString *m_error;
};

QByteArray keyFrom(const QString &source, Values *values)
{
    if (source.startsWith("env:"_L1)) {
        const QByteArray key = qgetenv(source.mid(4).toLocal8Bit().constData()).trimmed();
        if (key.isEmpty())
            values->complain(u"--key-from: the environment has no %1."_s.arg(source.mid(4)));
        return key;
    }
    QFile file(source.mid(5));
    if (!source.startsWith("file:"_L1)) {
        values->complain(u"--key-from: %1 is neither env:NAME nor file:PATH."_s.arg(source));
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        values->complain(u"--key-from: %1: %2."_s.arg(file.fileName(), file.errorString()));
        return {};
    }
    const QByteArray key = file.readLine(4096).trimmed();
    if (key.isEmpty())
        values->complain(u"--key-from: %1 is empty."_s.arg(file.fileName()));
    return key;
}

Options optionsOf(const QCommandLineParser &parser, QString *error)
{
    Values values(parser, error);
    Options options;
    options.port = static_cast<quint16>(values.number(u"port"_s, 65535));
    options.user = parser.value(u"user"_s);
    options.password = parser.value(u"password"_s);
    options.quota = values.number(u"quota"_s, std::numeric_limits<qint64>::max());
    options.contacts = values.number(u"contacts"_s, 10'000'000);
    options.lists = static_cast<int>(values.number(u"lists"_s, 10'000));
    options.seed = static_cast<quint32>(values.number(u"seed"_s, std::numeric_limits<quint32>::max()));
    options.stateFile = parser.value(u"state"_s);
    options.ignoredParameters = parser.value(u"ignore"_s).split(u',', Qt::SkipEmptyParts);
    options.strict = parser.isSet(u"strict"_s);
    options.listing = values.choice<Listing>(
        u"listing"_s,
        {{u"dialect"_s, Listing::AsDialect}, {u"shown"_s, Listing::AsShown}, {u"whole"_s, Listing::Whole}});
    options.droppedFields = parser.value(u"drop-fields"_s).split(u',', Qt::SkipEmptyParts);
    options.firstPage =
        values.choice<std::optional<int>>(u"first-page"_s, {{u"dialect"_s, std::nullopt}, {u"0"_s, 0}, {u"1"_s, 1}});
    options.replacingPut = values.choice<bool>(u"put"_s, {{u"partial"_s, false}, {u"replace"_s, true}});
    options.mergingCustomFields = values.choice<bool>(u"custom-fields"_s, {{u"replace"_s, false}, {u"merge"_s, true}});
    options.duplicateNumbers =
        values.choice<DuplicateNumbers>(u"duplicates"_s, {{u"dialect"_s, DuplicateNumbers::AsDialect},
                                                          {u"400"_s, DuplicateNumbers::Refused400},
                                                          {u"409"_s, DuplicateNumbers::Refused409},
                                                          {u"copy"_s, DuplicateNumbers::SecondCopy}});
    if (parser.isSet(u"key"_s))
        options.key = parser.value(u"key"_s).toUtf8();
    if (parser.isSet(u"key-from"_s))
        options.key = keyFrom(parser.value(u"key-from"_s), &values);
    if (options.key.isEmpty())
        values.complain(u"The key is empty."_s);
    if (const auto dialect = dialectOfName(parser.value(u"dialect"_s)))
        options.dialect = *dialect;
    else
        values.complain(u"--dialect: %1 is none of reference, uc007, uc020, uc023."_s.arg(parser.value(u"dialect"_s)));
    if (const auto plan = planOfName(parser.value(u"plan"_s)))
        options.plan = *plan;
    else
        values.complain(u"--plan: %1 is none of production, trial, unlimited."_s.arg(parser.value(u"plan"_s)));
    QString wrong;
    if (const auto faults = FaultRates::parse(parser.value(u"faults"_s), &wrong))
        options.faults = *faults;
    else
        values.complain(u"--faults: "_s + wrong);
    if (parser.isSet(u"tls"_s)) {
        const QStringList files = parser.value(u"tls"_s).split(u',');
        if (files.size() != 2)
            values.complain(u"--tls takes CERTIFICATE,KEY."_s);
        options.certificateFile = files.value(0);
        options.privateKeyFile = files.value(1);
    }
    // Nobody reads the log of the program; it must not grow with the requests.
    options.logLimit = 1000;
    options.logBodies = false;
    return options;
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Plays the partner's gateway on this computer, for trying Elenco without an account.\n"
        "Prints its root address and its key, then serves until it is told to end."_s);
    const QCommandLineOption help = parser.addHelpOption(), version = parser.addVersionOption();
    parser.addOptions(known());
    CommandLine line;
    if (!parser.parse(arguments))
        line.error = parser.errorText();
    else if (parser.isSet(help))
        line.answer = parser.helpText();
    else if (parser.isSet(version))
        line.answer = u"elenco-practice-gateway " ELENCO_VERSION "\n"_s;
    else if (!parser.positionalArguments().isEmpty())
        line.error = u"%1 is no option."_s.arg(parser.positionalArguments().first());
    else
        line.options = optionsOf(parser, &line.error);
    line.endsWithInput = line.error.isEmpty() && line.answer.isEmpty() && parser.isSet(u"until-stdin-closes"_s);
    return line;
}

} // namespace Elenco::Practice
