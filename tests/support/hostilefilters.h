// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filtervocabulary.h"

#include <QRandomGenerator>

namespace Elenco {

/// Filters with names and values as bad as they come, of every comparison that their keys take.
class HostileFilters
{
public:
    explicit HostileFilters(quint32 seed) : m_random(seed) {}

    Filter filter(int depth = 3)
    {
        switch (m_random.bounded(depth > 0 ? 5 : 2)) {
        case 0: return Filter::word(text() + QStringLiteral("x")); // a word has a letter
        case 1: return condition();
        case 2: return Filter::none({filter(depth - 1)});
        case 3: return Filter::all(children(depth));
        default: return m_random.bounded(3) ? Filter::any(children(depth)) : Filter::none(children(depth));
        }
    }

private:
    QList<Filter> children(int depth)
    {
        QList<Filter> children;
        for (int i = 0, count = 2 + m_random.bounded(3); i < count; ++i)
            children.append(filter(depth - 1));
        return children;
    }

    Filter condition()
    {
        static const QStringList known{
            QStringLiteral("name"), QStringLiteral("email"),       QStringLiteral("city"),   QStringLiteral("tag"),
            QStringLiteral("list"), QStringLiteral("phoneNumber"), QStringLiteral("valid"),  QStringLiteral("kind"),
            QStringLiteral("id"),   QStringLiteral("import"),      QStringLiteral("listid"), QStringLiteral("recent")};
        QString key = m_random.bounded(2) ? text() : known[m_random.bounded(int(known.size()))];
        if (key.isEmpty())
            key = QStringLiteral("k");
        const auto subject = FilterVocabulary().subject(key);
        for (;;) {
            const auto comparison = static_cast<Filter::Comparison>(m_random.bounded(11));
            if (!subject || takesComparison(key, *subject, comparison))
                return Filter::condition(key, comparison, values(comparison));
        }
    }

    QStringList values(Filter::Comparison comparison)
    {
        QStringList values;
        for (int count = 0; count < 4; ++count) {
            if (hasRightCount(comparison, count) && (count > 0 || comparison >= Filter::Comparison::Empty) &&
                (comparison > Filter::Comparison::Ends || m_random.bounded(2)))
                break;
            // Open ends are no ends: LessOrEqual and GreaterOrEqual say the same.
            values += comparison == Filter::Comparison::Between ? text() + QStringLiteral("z") : text();
        }
        return values;
    }

    QString text()
    {
        static const QStringList pieces{QStringLiteral(" "),         QStringLiteral("\""),
                                        QStringLiteral(":"),         QStringLiteral("("),
                                        QStringLiteral(")"),         QStringLiteral("or"),
                                        QStringLiteral("-"),         QStringLiteral("ü"),
                                        QStringLiteral("😀"),         QStringLiteral("5"),
                                        QStringLiteral("\\"),        QStringLiteral("<"),
                                        QStringLiteral(">"),         QStringLiteral("="),
                                        QStringLiteral("a"),         QStringLiteral("tag"),
                                        QStringLiteral("OR"),        QStringLiteral("'"),
                                        QStringLiteral("\n"),        QStringLiteral("*"),
                                        QStringLiteral("name"),      QStringLiteral("\u00A0"),
                                        QStringLiteral("spent"),     QStringLiteral("città"),
                                        QStringLiteral(".."),        QStringLiteral("."),
                                        QStringLiteral(","),         QStringLiteral(";"),
                                        QStringLiteral("≠"),         QStringLiteral("!"),
                                        QStringLiteral("oppure"),    QStringLiteral("שלום"),
                                        QStringLiteral("today-90d"), QStringLiteral("customFields."),
                                        QStringLiteral("has:"),      QStringLiteral("%"),
                                        QStringLiteral("\u202E"),    QStringLiteral("is"),
                                        QStringLiteral("custom:")};
        QString text;
        for (int i = 0, count = m_random.bounded(5); i < count; ++i)
            text += pieces[m_random.bounded(int(pieces.size()))];
        return text;
    }

    QRandomGenerator m_random;
};

} // namespace Elenco
