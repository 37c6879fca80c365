// SPDX-License-Identifier: Apache-2.0
// Reads the corpus of real files, where it is, and holds the share of them that is read as expected.
#include "expectedcards.h"
#include "formats/cardrecordreader.h"
#include "formats/csvreader.h"
#include "formats/recordfile.h"
#include "formats/tablerecordreader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Elenco;

namespace {

struct Score {
    int right = 0;
    int all = 0;
    void add(bool good)
    {
        ++all;
        right += good;
    }
    double percent() const { return all == 0 ? 100 : 100.0 * right / all; }
};

QList<QJsonObject> jsonLines(const QString &path)
{
    QList<QJsonObject> objects;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return objects;
    while (!file.atEnd())
        objects.append(QJsonDocument::fromJson(file.readLine()).object());
    return objects;
}

QList<QJsonObject> readCards(const QString &path, bool &read)
{
    QList<QJsonObject> cards;
    const auto description = describe(path);
    FileSource file;
    read = description.has_value() && file.open(path).has_value();
    if (!read)
        return cards;
    const EncodingGuess encoding{description->encoding.toStdString(), description->markSize, false};
    const auto source = cardSource(file, encoding);
    VCardReader::Options options;
    options.fallbackEncoding = fallbackEncoding(encoding);
    VCardReader reader(*source, options);
    Card card;
    while (true) {
        const auto next = reader.next(card);
        if (!next || *next == VCardReader::Next::End)
            return cards;
        if (*next == VCardReader::Next::Card)
            cards.append(fieldsOf(card));
    }
}

/// A string as Python's json.dumps(ensure_ascii=False) writes it; the expected hashes are of that.
void appendJson(QByteArray &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += "\\u00" + QByteArray(1, c).toHex();
            else
                out += c;
        }
    }
    out += '"';
}

struct Rows {
    int count = 0;
    QByteArray hash;
};

Rows readRows(const QString &path, const FileDescription &description)
{
    FileSource file;
    Rows rows;
    if (!file.open(path))
        return rows;
    const auto text = textSource(file, {description.encoding.toStdString(), description.markSize, false});
    SkippingSource table(*text, description.preamble);
    CsvReader reader(table, description.dialect);
    reader.setExpectedFields(static_cast<int>(description.columns.size()));
    QByteArray json = "[";
    while (true) {
        const auto next = reader.next();
        if (!next || *next == CsvReader::Next::End)
            break;
        if (*next == CsvReader::Next::Rejected)
            continue;
        json += rows.count++ ? ", [" : "[";
        bool first = true;
        for (const std::string_view field : reader.fields()) {
            if (!first)
                json += ", ";
            first = false;
            appendJson(json, field);
        }
        json += ']';
    }
    rows.hash = QCryptographicHash::hash(json + ']', QCryptographicHash::Sha256).toHex();
    return rows;
}

} // namespace

class CorpusFormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_corpus.setPath(qEnvironmentVariable("ELENCO_CORPUS"));
        if (!qEnvironmentVariableIsSet("ELENCO_CORPUS") || !m_corpus.exists(QStringLiteral("vcard/_peers")))
            QSKIP("The corpus is not here (ELENCO_CORPUS).");
    }
    void cards();
    void tables();
    void exportHeaders();

private:
    QDir m_corpus;
};

void CorpusFormatsTest::cards()
{
    QHash<QString, QHash<int, QJsonObject>> judged;
    QHash<QString, QJsonArray> accepted;
    for (const QJsonObject &entry : jsonLines(m_corpus.filePath(QStringLiteral("vcard/_peers/judged.jsonl")))) {
        const QString file = entry[QLatin1String("file")].toString();
        QJsonObject &fields = judged[file][entry[QLatin1String("card")].toInt()];
        const QJsonObject more = entry[QLatin1String("fields")].toObject();
        for (auto it = more.begin(); it != more.end(); ++it)
            fields[it.key()] = it.value();
        if (entry[QLatin1String("accept_n")].isArray())
            accepted[file] = entry[QLatin1String("accept_n")].toArray();
    }
    QMap<QString, Score> scores;
    for (const QJsonObject &entry : jsonLines(m_corpus.filePath(QStringLiteral("vcard/_peers/consensus.jsonl")))) {
        const QString file = entry[QLatin1String("file")].toString();
        const QString path = m_corpus.filePath(file);
        if (!QFile::exists(path) || file.contains(QLatin1String("/_expected/")))
            continue;
        QJsonArray counts = accepted.value(file);
        if (counts.isEmpty() && entry[QLatin1String("n")].isDouble())
            counts.append(entry[QLatin1String("n")]);
        if (counts.isEmpty())
            continue;
        bool read = false;
        const QList<QJsonObject> got = readCards(path, read);
        const bool good = read && counts.contains(static_cast<int>(got.size()));
        scores[QStringLiteral("files")].add(good);
        if (!good)
            qWarning("%s: %d cards", qPrintable(file), static_cast<int>(got.size()));
        const QJsonArray cards = entry[QLatin1String("cards")].toArray();
        for (int i = 0; i < cards.size(); ++i) {
            QJsonObject wanted;
            const QJsonObject card = cards[i].toObject();
            for (auto it = card.begin(); it != card.end(); ++it) {
                const QJsonValue value = it.value().toObject()[QLatin1String("value")];
                if (!value.isNull() && it.key() != QLatin1String("names") &&
                    !it.key().endsWith(QLatin1String("_types")))
                    wanted[it.key()] = value;
            }
            const QJsonObject better = judged.value(file).value(i);
            for (auto it = better.begin(); it != better.end(); ++it) {
                if (!it.key().endsWith(QLatin1String("_types")))
                    wanted[it.key()] = it.value();
            }
            for (auto it = wanted.begin(); it != wanted.end(); ++it) {
                const QJsonValue value = i < got.size() ? got[i][it.key()] : QJsonValue();
                const bool same = value == expectedField(it.key(), it.value());
                scores[it.key()].add(same);
                if (!same)
                    qWarning("%s card %d: %s", qPrintable(file), i, qPrintable(it.key()));
            }
        }
    }
    QVERIFY(scores.value(QStringLiteral("files")).all > 0);
    QCOMPARE(scores.value(QStringLiteral("files")).percent(), 100.0);
    for (auto it = scores.begin(); it != scores.end(); ++it) {
        qInfo("%-8s %5d of %5d", qPrintable(it.key()), it->right, it->all);
        // Three notes are expected without a blank that RFC 2045 section 6.7 keeps behind a soft line break.
        const double least = it.key() == QLatin1String("note") ? 99.5 : 99.8;
        QVERIFY2(it->percent() >= least, qPrintable(it.key()));
    }
}

void CorpusFormatsTest::tables()
{
    Score answered;
    Score delimiters;
    Score counts;
    Score contents;
    for (const QJsonObject &entry : jsonLines(m_corpus.filePath(QStringLiteral("csv/_peers/csv.jsonl")))) {
        const QString path = m_corpus.filePath(entry[QLatin1String("file")].toString());
        if (!QFile::exists(path))
            continue;
        const auto description = describe(path);
        answered.add(description.has_value() || !description.error().text().isEmpty());
        const QString kind = entry[QLatin1String("kind")].toString();
        const QJsonObject wanted = entry[QLatin1String("parsed")].toObject();
        if ((kind != QLatin1String("consensus") && kind != QLatin1String("judged")) || wanted.isEmpty() ||
            wanted.contains(QLatin1String("error"))) {
            continue;
        }
        const QJsonValue delimiter = entry[QLatin1String("dialect")].toObject()[QLatin1String("sep")];
        const bool oneColumn = delimiter.isNull() || wanted[QLatin1String("cols")].toInt() <= 1;
        delimiters.add(description &&
                       (oneColumn || delimiter.toString() == QChar::fromLatin1(description->dialect.delimiter)));
        const Rows rows = description ? readRows(path, *description) : Rows();
        counts.add(rows.count == wanted[QLatin1String("rows")].toInt());
        contents.add(QString::fromLatin1(rows.hash) == wanted[QLatin1String("sha256")].toString());
    }
    QVERIFY(contents.all > 0);
    qInfo("delimiter %.2f %%, rows %.2f %%, content %.2f %%", delimiters.percent(), counts.percent(),
          contents.percent());
    QCOMPARE(answered.percent(), 100.0);
    QVERIFY(delimiters.percent() >= 97);
    QVERIFY(counts.percent() >= 97);
    QVERIFY(contents.percent() >= 92);
}

void CorpusFormatsTest::exportHeaders()
{
    const QDir folder(m_corpus.filePath(QStringLiteral("csv/headers")));
    const QString suffix = QStringLiteral(".expected.json");
    const QStringList names = folder.entryList({u'*' + suffix});
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList wanted;
        for (const QJsonValue &column :
             QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("columns")].toArray())
            wanted.append(column.toObject()[QLatin1String("name")].toString());
        const QString base = folder.filePath(name.left(name.size() - suffix.size()));
        for (const char *extension : {".csv", ".tsv", ".txt"}) {
            const QString path = base + QLatin1String(extension);
            if (!QFile::exists(path))
                continue;
            const auto description = describe(path);
            QVERIFY2(description.has_value(), qPrintable(path));
            QStringList got;
            for (const Column &column : description->columns)
                got.append(column.name);
            QCOMPARE(got, wanted);
        }
    }
}

QTEST_APPLESS_MAIN(CorpusFormatsTest)
#include "tst_corpus_formats.moc"
