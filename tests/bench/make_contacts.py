#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make_contacts.py N OUT.csv [SEED]: writes N invented Italian people as an export of a shop would have them: 11
columns, some cells empty, numbers in several notations, about one person in twenty there twice. The same N and SEED give
the same file. Addresses end in .example or in example.it, .com, .org: nobody gets mail."""
import csv
import random
import sys

WOMEN = ("Alessia Anna Arianna Aurora Beatrice Benedetta Camilla Carla Caterina Chiara Cinzia Claudia Cristina Daniela "
         "Donatella Elena Eleonora Elisa Emanuela Federica Francesca Gaia Giada Ginevra Giorgia Giovanna Giulia Greta "
         "Ilaria Irene Laura Letizia Lucia Maddalena Margherita Maria Marta Martina Michela Monica Noemi Paola "
         "Patrizia Rebecca Roberta Rosa Sabrina Sara Serena Silvia Simona Sofia Stefania Teresa Valentina Vittoria").split()
MEN = ("Alberto Alessandro Alessio Andrea Antonio Bruno Carlo Claudio Cristian Daniele Dario Davide Diego Domenico "
       "Edoardo Emanuele Enrico Fabio Federico Filippo Francesco Gabriele Giacomo Gianluca Giorgio Giovanni Giuseppe "
       "Jacopo Leonardo Lorenzo Luca Luigi Marco Mario Massimo Matteo Mattia Maurizio Michele Nicola Nicolò Paolo "
       "Pietro Raffaele Riccardo Roberto Salvatore Samuele Sergio Simone Stefano Tommaso Umberto Valerio Vincenzo").split()
SURNAMES = ("Amato Barbieri Basile Battaglia Bellini Benedetti Bernardi Bianchi Bianco Bruno Caputo Carbone Caruso "
            "Castelli Cattaneo Colombo Conte Conti Coppola Costa D'Amico D'Angelo De_Angelis De_Luca De_Rosa De_Santis "
            "Di_Stefano Donati Esposito Fabbri Farina Ferrara Ferrari Ferraro Ferretti Fiore Fontana Gallo Gatti "
            "Gentile Giordano Giuliani Grassi Greco Guerra Leone Lombardi Lombardo Longo Mancini Marchetti Mariani "
            "Marini Marino Martinelli Martini Mazza Messina Milani Monti Morelli Moretti Negri Neri Nicolò Orlando "
            "Pagano Palmieri Parisi Pellegrini Piras Poli Ricci Rinaldi Riva Rizzi Rizzo Romano Rossetti Rossi Ruggiero "
            "Russo Sala Sanna Santoro Serra Silvestri Sorrentino Testa Valentini Villa Vitale Vitali Zanetti").split()
CITIES = [line.split(",") for line in """\
Milano,MI,Lombardia,30
Bergamo,BG,Lombardia,8
Brescia,BS,Lombardia,8
Monza,MB,Lombardia,6
Torino,TO,Piemonte,18
Novara,NO,Piemonte,4
Cuneo,CN,Piemonte,3
Genova,GE,Liguria,10
La Spezia,SP,Liguria,3
Aosta,AO,Valle d'Aosta,1
Venezia,VE,Veneto,8
Verona,VR,Veneto,8
Padova,PD,Veneto,7
Trento,TN,Trentino-Alto Adige,4
Bolzano,BZ,Trentino-Alto Adige,4
Trieste,TS,Friuli-Venezia Giulia,5
Udine,UD,Friuli-Venezia Giulia,3
Bologna,BO,Emilia-Romagna,11
Modena,MO,Emilia-Romagna,6
Forlì,FC,Emilia-Romagna,4
Firenze,FI,Toscana,11
Pisa,PI,Toscana,4
Perugia,PG,Umbria,5
Ancona,AN,Marche,4
Roma,RM,Lazio,40
Latina,LT,Lazio,4
L'Aquila,AQ,Abruzzo,3
Pescara,PE,Abruzzo,4
Campobasso,CB,Molise,2
Napoli,NA,Campania,24
Salerno,SA,Campania,6
Bari,BA,Puglia,10
Lecce,LE,Puglia,5
Potenza,PZ,Basilicata,2
Cosenza,CS,Calabria,3
Reggio Calabria,RC,Calabria,4
Palermo,PA,Sicilia,15
Catania,CT,Sicilia,9
Cagliari,CA,Sardegna,5
Sassari,SS,Sardegna,4""".splitlines()]
AREA = {"MI": "02", "RM": "06", "TO": "011", "GE": "010", "BO": "051", "FI": "055", "NA": "081", "BA": "080",
        "PA": "091", "VE": "041", "VR": "045", "PD": "049", "CT": "095", "CA": "070", "TS": "040"}
DOMAINS = ("example.it", "example.com", "example.org", "posta.example", "ufficio.example", "negozio.example")
COLUMNS = ("nome", "cognome", "telefono", "email", "citta", "provincia", "regione", "data_nascita",
           "lastPurchaseDate", "totalSpent", "preferredChannel")
PLAIN = str.maketrans("òìàèéù' ", "oiaeeu--")


def phone(pick, province):
    if pick.random() < 0.06 and province in AREA:
        area = AREA[province]
        return "%s %s" % (area, "".join(pick.choices("0123456789", k=10 - len(area))))
    digits = "3%d%s" % (pick.choice((20, 28, 31, 33, 38, 40, 47, 48, 49, 66, 80, 88, 91, 92, 93)),
                        "".join(pick.choices("0123456789", k=7)))
    kind = pick.random()
    if kind < 0.45:
        return "+39 %s %s %s" % (digits[:3], digits[3:6], digits[6:])
    if kind < 0.65:
        return digits
    if kind < 0.80:
        return "%s %s" % (digits[:3], digits[3:])
    if kind < 0.90:
        return "+39" + digits
    if kind < 0.95:
        return "0039 %s/%s" % (digits[:3], digits[3:])
    if kind < 0.98:
        return "%s-%s" % (digits[:3], digits[3:])
    return digits[:7]  # too short: some always are


def day(pick, first, last):
    return "%04d-%02d-%02d" % (pick.randint(first, last), pick.randint(1, 12), pick.randint(1, 28))


def person(pick, weights):
    first = pick.choice(WOMEN if pick.random() < 0.52 else MEN)
    last = pick.choice(SURNAMES).replace("_", " ")
    city, province, region, _ = pick.choices(CITIES, cum_weights=weights)[0]
    email = ""
    if pick.random() < 0.8:
        digits = str(pick.randint(1, 9999)) if pick.random() < 0.6 else ""
        email = "%s.%s%s@%s" % (first.lower().translate(PLAIN), last.lower().translate(PLAIN), digits,
                                pick.choice(DOMAINS))
    return [first, last, phone(pick, province), email, city, province, region,
            day(pick, 1940, 2006) if pick.random() < 0.6 else "",
            day(pick, 2018, 2025) if pick.random() < 0.7 else "",
            "%.2f" % (pick.lognormvariate(4.5, 1.0)) if pick.random() < 0.7 else "",
            pick.choice(("email", "sms", "whatsapp", ""))]


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    pick = random.Random(int(sys.argv[3]) if len(sys.argv) == 4 else 1)
    weights = []
    for city in CITIES:
        weights.append(int(city[3]) + (weights[-1] if weights else 0))
    recent = []
    with open(sys.argv[2], "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(COLUMNS)
        for _ in range(int(sys.argv[1])):
            if recent and pick.random() < 0.05:
                row = list(pick.choice(recent))
                row[9] = "%.2f" % pick.lognormvariate(4.5, 1.0)  # the same person, from another day
            else:
                row = person(pick, weights)
            rows.writerow(row)
            if len(recent) < 5000:
                recent.append(row)
            else:
                recent[pick.randrange(5000)] = row


main()
