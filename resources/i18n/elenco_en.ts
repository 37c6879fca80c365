<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Elenco::ContactExports</name>
    <message numerus="yes">
        <source>Columns of tables: %n chosen…</source>
        <translation>
            <numerusform>Columns of tables: %n chosen…</numerusform>
            <numerusform>Columns of tables: %n chosen…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elenco::DuplicatesPanel</name>
    <message numerus="yes">
        <source>%n row(s) equal somebody</source>
        <translation>
            <numerusform>%n row equals somebody</numerusform>
            <numerusform>%n rows equal somebody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n called otherwise</source>
        <translation>
            <numerusform>%n called otherwise</numerusform>
            <numerusform>%n called otherwise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elenco::FilesPage</name>
    <message numerus="yes">
        <source>%n file(s) are read as one.</source>
        <translation>
            <numerusform>%n file is read as one.</numerusform>
            <numerusform>%n files are read as one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elenco::ImportNotes</name>
    <message numerus="yes">
        <source>%1 The first %n row(s) are shown.</source>
        <translation>
            <numerusform>%1 The first row is shown.</numerusform>
            <numerusform>%1 The first %n rows are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation>
            <numerusform>%n file not read</numerusform>
            <numerusform>%n files not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imported, but not all of them</source>
        <translation>
            <numerusform>%n row imported, but not all of it</numerusform>
            <numerusform>%n rows imported, but not all of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elenco::ImportWizard</name>
    <message numerus="yes">
        <source>&amp;Add %n contact(s) to the lists</source>
        <translation>
            <numerusform>&amp;Add %n contact to the lists</numerusform>
            <numerusform>&amp;Add %n contacts to the lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n contact(s)</source>
        <translation>
            <numerusform>&amp;Import %n contact</numerusform>
            <numerusform>&amp;Import %n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elenco::PassphraseField</name>
    <message numerus="yes">
        <source>The passphrase is too short: it needs at least %n character(s).</source>
        <translation>
            <numerusform>The passphrase is too short: it needs at least %n character.</numerusform>
            <numerusform>The passphrase is too short: it needs at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n character(s).</source>
        <translation>
            <numerusform>Too short: at least %n character.</numerusform>
            <numerusform>Too short: at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elenco::ProblemsPage</name>
    <message numerus="yes">
        <source>%n row(s) can&apos;t be imported yet</source>
        <translation>
            <numerusform>%n row can&apos;t be imported yet</numerusform>
            <numerusform>%n rows can&apos;t be imported yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n repair(s)</source>
        <translation>
            <numerusform>Accept %n repair</numerusform>
            <numerusform>Accept all %n repairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mended</source>
        <translation>
            <numerusform>%n mended</numerusform>
            <numerusform>%n mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), such as %2</source>
        <translation>
            <numerusform>%1: %n row, such as %2</numerusform>
            <numerusform>%1: %n rows, such as %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elenco::ResultPage</name>
    <message numerus="yes">
        <source>%n contact(s) imported</source>
        <translation>
            <numerusform>%n contact imported</numerusform>
            <numerusform>%n contacts imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elenco::SavingWindow</name>
    <message numerus="yes">
        <source>%n change(s) are being finished.</source>
        <translation>
            <numerusform>%n change is being finished.</numerusform>
            <numerusform>%n changes are being finished.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterSentence</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
</TS>
