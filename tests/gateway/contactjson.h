// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/call.h"

#include <QJsonObject>

namespace Elenco::Practice {

class JsonWriter;

enum class Showing { InPage, ById };

/// A contact as the dialect shows it there; `lists` are those it is in.
void writeContact(JsonWriter &json, const Service &service, const ContactRow &row, Showing showing,
                  const QList<List> &lists = {});

/// Takes what `object` says into `contact`: fields that are named, "" and null clear them; read-only keys are passed
/// over, unknown ones kept in `extra`. `replaces`: fields that are not named are cleared too. Refused: values of a
/// wrong type, a number that is not E.164, an address without "@", a contact with neither number nor address, and when
/// the gateway is strict, keys that the dialect's document does not name.
void takeContact(const QJsonObject &object, const Service &service, bool replaces, Contact *contact);

/// Takes back what this account does not keep (Options::droppedFields).
void dropFields(const Service &service, const Contact &before, Contact *contact);

/// E.164 of what a client sent: blanks, dots, dashes and brackets taken out, 00 for +; a number without prefix gets
/// +39 where the dialect says so. Empty when it is no number.
QString normalNumber(const QString &text, const Manner &manner);

} // namespace Elenco::Practice
