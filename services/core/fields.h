// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"

#include <QList>

#include <span>

namespace Elenco {

/// The standard fields of a contact. The order is the order of columns in the workspace, the inspector and exports.
enum class Field { FirstName, LastName, Phone, Email, Gender, City, Province, Region };
inline constexpr int fieldCount = 8;

/// What is known about a standard field, in one row: columns, mapping, import, export, search tokens, inspector and
/// diff all read it. A new field is one row in fields.cpp.
struct FieldInfo {
    Field field;
    const char *key;       ///< name in JSON, on the command line and in search tokens: "firstName"
    const char *label;     ///< source text of the label, context "Field"
    const char *sqlColumn; ///< column of the table contact
    const char *vcardKeys; ///< keys of a card's record columns, separated by '|'
    const char *aliases;   ///< header names in five languages, folded (see foldedHeader), separated by '|'
    QString Contact::*member;
};

/// All standard fields, indexed by Field.
std::span<const FieldInfo> fieldTable();
const FieldInfo &fieldInfo(Field field);
QString fieldLabel(Field field);

/// A custom field that many files bring, so that "Azienda", "Company" and vCard's ORG become one field.
struct KnownCustomField {
    const char *name;  ///< its name in the workspace: "company"
    const char *label; ///< source text of the label, context "Field"
    ValueKind kind;
    const char *vcardKeys; ///< as in FieldInfo
    const char *aliases;   ///< as in FieldInfo
};
std::span<const KnownCustomField> knownCustomFields();

/// A custom field of a workspace.
struct CustomField {
    QString name;
    ValueKind kind = ValueKind::Text;
    friend bool operator==(const CustomField &, const CustomField &) = default;
};

/// The key of the standard or known custom field that a folded header names, in any of the five languages; else empty.
QString fieldKeyOf(const QString &folded);

/// The label of a custom field: a translated one where we know it, else its own name.
QString customFieldLabel(const QString &name);

/// What header texts are compared by: folded (case, accents), without marks of punctuation and blanks.
/// "E-mail 1 - Value" and "e-mail1value" are one.
QString foldedHeader(const QString &header);

} // namespace Elenco
