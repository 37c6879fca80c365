#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the workbooks of this folder anew, by programs that have nothing to do with ours: XlsxWriter, openpyxl, xlwt and
Gnumeric's ssconvert (Debian: python3-xlsxwriter python3-openpyxl python3-xlwt gnumeric). The people in them are nobody."""
import datetime, io, os, subprocess, zipfile
import openpyxl, xlsxwriter, xlwt.CompoundDoc

os.chdir(os.path.dirname(os.path.abspath(__file__)))
D = datetime.date
HEAD = ['Nome', 'Cognome', 'Cellulare', 'Email', 'Data di nascita', 'Speso', 'Iscritto il', 'Disiscritto', 'CAP', 'Codice']
PEOPLE = [
    ['Ada', 'Serra', 393401234561, 'ada@example.com', D(1980, 3, 15), 1250.5, datetime.datetime(2026, 1, 31, 10, 30), False, 20121, '007'],
    ['Bruno', 'Galli', 3401234562, 'bruno@example.com', D(1991, 12, 1), 1.125, datetime.datetime(2026, 2, 28), True, 184, 'B-2'],
    ['Carla', 'Neri', '+39 340 123 4563', 'carla@example.com', D(2000, 2, 29), 0.1 + 0.2, datetime.datetime(2025, 12, 31, 23, 59, 59), False, 90100, 'C 3'],
    ['Dario', 'Villa', '3.93401E+11', 'dario@example.com', D(1975, 6, 2), 99, datetime.datetime(2026, 3, 1), False, 10100, '4'],
]

def clienti(name, **options):
    book = xlsxwriter.Workbook(name, options)
    day = book.add_format({'num_format': 'dd/mm/yyyy'}); moment = book.add_format({'num_format': 'dd/mm/yyyy hh:mm'})
    euro = book.add_format({'num_format': '#,##0.00\\ "€"'}); cap = book.add_format({'num_format': '00000'}); bold = book.add_format({'bold': True})
    old = book.add_worksheet('Vecchi'); old.write_row(0, 0, ['Nome', 'Cellulare']); old.write_row(1, 0, ['Zeno', 393409999999]); old.hide()
    cover = book.add_worksheet('Copertina'); cover.merge_range('A1:D1', 'Elenco clienti 2026', bold); cover.write(2, 0, 'Stampato da'); cover.write(2, 1, 'ufficio')
    sheet = book.add_worksheet('Clienti'); sheet.activate(); cover.set_first_sheet()
    sheet.merge_range('A1:J1', 'Clienti attivi', bold)
    sheet.write_row(2, 0, HEAD)
    for i, person in enumerate(PEOPLE):
        row = 3 + i
        for column, value in enumerate(person):
            if column == 4: sheet.write_datetime(row, column, value, day)
            elif column == 5: sheet.write_number(row, column, value, euro)
            elif column == 6: sheet.write_datetime(row, column, value, moment)
            elif column == 7: sheet.write_boolean(row, column, value)
            elif column == 8: sheet.write_number(row, column, value, cap)
            elif isinstance(value, str): sheet.write_string(row, column, value)
            else: sheet.write_number(row, column, value)
    # calculated: a name that a formula joined, an address that could not be looked up
    sheet.write_formula(7, 0, '=CONCATENATE("E","lena")', None, 'Elena')
    sheet.write_rich_string(7, 1, 'Fon', bold, 'tana')
    sheet.write_formula(7, 2, '=393401234560+5', None, 393401234565)
    sheet.write_formula(7, 3, '=NA()', None, '#N/A')
    sheet.set_row(7, None, None, {'hidden': True})
    book.add_worksheet('Note').write(0, 0, 'niente')
    book.close()

clienti('clienti.xlsx')
clienti('clienti-1904.xlsx', date_1904=True)

empty = openpyxl.Workbook(); empty.save('vuoto.xlsx')

def convert(source, target, exporter):
    subprocess.run(['ssconvert', '-T', exporter, source, target], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
convert('clienti.xlsx', 'clienti.ods', 'Gnumeric_OpenCalc:odf')
convert('clienti.xlsx', 'clienti.xls', 'Gnumeric_Excel:excel_biff8')
convert('clienti.xlsx', 'clienti-95.xls', 'Gnumeric_Excel:excel_biff7')

def archive(name, parts):
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for part, text in parts.items():
            out.writestr(zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_STORED if part == 'mimetype' else zipfile.ZIP_DEFLATED)

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
def bare(name, sheet, strings='', more={}):
    archive(name, {
        '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        '_rels/.rels': '<Relationships xmlns="%s"><Relationship Id="r" Type="%s/officeDocument" Target="/xl/workbook.xml"/></Relationships>' % (PACKAGE, OFFICE),
        'xl/workbook.xml': '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Uno" sheetId="1" r:id="s"/></sheets></workbook>' % (MAIN, OFFICE),
        'xl/_rels/workbook.xml.rels': '<Relationships xmlns="%s"><Relationship Id="s" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' % (PACKAGE, OFFICE),
        'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': strings or '<sst xmlns="%s"/>' % MAIN, **more})

# as programs write it that know only half of the format: no places, cells out of order, escapes, readings, blanks
bare('strano.xlsx', '<x:worksheet xmlns:x="%s"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t xml:space="preserve"> due </x:t></x:is></x:c></x:row>'
     '<x:row r="5"><x:c r="C5"><x:v>3</x:v></x:c><x:c r="A5" t="str"><x:f>A1</x:f><x:v>una_x000D_\nriga</x:v></x:c><x:c r="B5" t="e"><x:v>#DIV/0!</x:v></x:c></x:row>'
     '<x:row><x:c t="d"><x:v>2026-03-15T00:00:00Z</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c/><x:c><x:v>1E3</x:v></x:c><x:c t="n"><x:v>3.93401E+11</x:v></x:c></x:row>'
     '</x:sheetData></x:worksheet>' % MAIN,
     '<sst xmlns="%s"><si><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="1"><t>トウ</t></rPh></si></sst>' % MAIN)
bare('senza-testi.xlsx', '<worksheet xmlns="%s"><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData></worksheet>' % MAIN,
     '<sst xmlns="%s"><si><t>uno</t></si></sst>' % MAIN)
bare('bomba.xlsx', '<worksheet xmlns="%s"><sheetData/></worksheet>' % MAIN, '<sst xmlns="%s">%s</sst>' % (MAIN, '<si><t>a</t></si>' * 3_000_000))
bare('entita.xlsx', '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="%s"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>' % MAIN)

def ods(name, rows):
    archive(name, {'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'META-INF/manifest.xml': '<manifest/>',
        'content.xml': '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        '<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        '<office:body><office:spreadsheet><table:table table:name="Nascosto" table:style-name="ta1"><table:table-row><table:table-cell office:value-type="string"><text:p>via</text:p></table:table-cell></table:table-row></table:table>'
        '<table:table table:name="Uno">%s</table:table></office:spreadsheet></office:body></office:document-content>' % rows})
ods('ripetute.ods',
    '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><office:annotation><text:p>nota</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
    '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    '<table:table-row><table:table-cell office:value-type="float" office:value="184"><text:p>00184</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2026-03-15"/><table:table-cell office:value-type="time" office:time-value="PT26H30M05S"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row>'
    '<table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>')
ods('bomba.ods', '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>boom</text:p></table:table-cell></table:table-row>')

# the container of a protected workbook, with nothing in it
document = io.BytesIO(); document.close = lambda: None
xlwt.CompoundDoc.XlsDoc().save(document, b'\0' * 4096)
container = document.getvalue(); name = 'Workbook'.encode('utf-16-le'); at = container.index(name)
wanted = 'EncryptedPackage'.encode('utf-16-le')
container = container[:at] + wanted + container[at + len(wanted):at + 64] + bytes([len(wanted) + 2, 0]) + container[at + 66:]
open('protetto.xlsx', 'wb').write(container)
