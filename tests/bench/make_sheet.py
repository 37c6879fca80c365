#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""make_sheet.py FILE.xlsx [ROWS] [--inline]: a sheet of invented people, twelve columns, for bench_sheets. Texts are shared, as
Excel writes them, or stand in their cells (--inline). Debian: python3-xlsxwriter."""
import datetime, random, sys
import xlsxwriter

path = sys.argv[1]
rows = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdigit() else 100_000
book = xlsxwriter.Workbook(path, {'constant_memory': '--inline' in sys.argv})
sheet = book.add_worksheet('Clienti')
day = book.add_format({'num_format': 'dd/mm/yyyy'})
sheet.write_row(0, 0, ['Nome', 'Cognome', 'Cellulare', 'Email', 'Indirizzo', 'CAP', 'Città', 'Provincia', 'Nascita', 'Speso', 'Attivo', 'Note'])
pick = random.Random(1)
names = ['Ada', 'Bruno', 'Carla', 'Dario', 'Elena', 'Fabio', 'Gaia', 'Ivo', 'Lia', 'Marco']
places = ['Milano', 'Roma', 'Torino', 'Bari', 'Napoli', 'Udine', 'Lecce', 'Pisa']
for row in range(1, rows + 1):
    first, last = pick.choice(names), 'Cognome%d' % pick.randrange(30_000)
    sheet.write_string(row, 0, first)
    sheet.write_string(row, 1, last)
    sheet.write_number(row, 2, 393_400_000_000 + row)
    sheet.write_string(row, 3, '%s.%s%d@example.com' % (first.lower(), last.lower(), row))
    sheet.write_string(row, 4, 'Via Garibaldi %d' % pick.randrange(300))
    sheet.write_number(row, 5, 10_000 + pick.randrange(80_000))
    sheet.write_string(row, 6, pick.choice(places))
    sheet.write_string(row, 7, 'MI')
    sheet.write_datetime(row, 8, datetime.datetime(1950, 1, 1) + datetime.timedelta(days=pick.randrange(20_000)), day)
    sheet.write_number(row, 9, pick.randrange(1_000_000) / 100)
    sheet.write_boolean(row, 10, pick.random() < 0.5)
    sheet.write_string(row, 11, 'nota %d' % row if row % 7 == 0 else '-')
book.close()
