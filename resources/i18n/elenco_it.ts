<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it">
<context>
    <name>AccountNotes</name>
    <message>
        <source>The gateway says that this number is not valid (%1). It may not write there.</source>
        <translation>Il gateway dice che questo numero non è valido (%1). Può darsi che non vi scriva.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Only on this computer: %1</source>
        <translation>Solo su questo computer: %1</translation>
    </message>
    <message>
        <source>The gateway does not answer now.</source>
        <translation>Il gateway ora non risponde.</translation>
    </message>
    <message>
        <source>Not read yet: %1.</source>
        <translation>Non ancora letti: %1.</translation>
    </message>
    <message>
        <source>Read %1: %2.</source>
        <translation>Letti %1: %2.</translation>
    </message>
    <message>
        <source>Read on %1: %2.</source>
        <translation>Letti il %1: %2.</translation>
    </message>
    <message>
        <source>custom fields</source>
        <translation>campi personalizzati</translation>
    </message>
    <message>
        <source>This account does not keep: %1. What you have there is on this computer only.</source>
        <translation>Questo account non conserva: %1. Ciò che vi è scritto è solo su questo computer.</translation>
    </message>
    <message>
        <source>It shows only contact by contact: %1. They are read when a contact is opened.</source>
        <translation>Mostra solo contatto per contatto: %1. Si leggono quando si apre un contatto.</translation>
    </message>
</context>
<context>
    <name>AccountWords</name>
    <message>
        <source>No room left</source>
        <translation>Nessun posto libero</translation>
    </message>
    <message>
        <source>Room for %1</source>
        <translation>Posto per %1</translation>
    </message>
    <message>
        <source>The subscription holds %1 of %2.</source>
        <translation>L’abbonamento contiene %1 di %2.</translation>
    </message>
    <message>
        <source>Credit %1</source>
        <translation>Credito %1</translation>
    </message>
    <message>
        <source>Left for sending messages: %1.</source>
        <translation>Resta per l’invio di messaggi: %1.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Modifica</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Visualizza</translation>
    </message>
    <message>
        <source>&amp;Contact</source>
        <translation>&amp;Contatto</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Lista</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>S&amp;incronizza</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Strumenti</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aiuto</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importa…</translation>
    </message>
    <message>
        <source>Import from the &amp;clipboard…</source>
        <translation>Importa dagli app&amp;unti…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Esporta…</translation>
    </message>
    <message>
        <source>&amp;Open address book…</source>
        <translation>&amp;Apri rubrica…</translation>
    </message>
    <message>
        <source>Close &amp;window</source>
        <translation>&amp;Chiudi finestra</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>E&amp;sci</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annulla</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ripeti</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copia</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Seleziona tutto</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Trova</translation>
    </message>
    <message>
        <source>Find and re&amp;place…</source>
        <translation>Trova e s&amp;ostituisci…</translation>
    </message>
    <message>
        <source>Co&amp;mmand palette…</source>
        <translation>Tavolozza co&amp;mandi…</translation>
    </message>
    <message>
        <source>&amp;Side bar</source>
        <translation>&amp;Barra laterale</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Scheda</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>&amp;Colonne…</translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation>Come il s&amp;istema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>C&amp;hiaro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>Sc&amp;uro</translation>
    </message>
    <message>
        <source>&amp;New contact</source>
        <translation>&amp;Nuovo contatto</translation>
    </message>
    <message>
        <source>&amp;Add to list…</source>
        <translation>&amp;Aggiungi a lista…</translation>
    </message>
    <message>
        <source>&amp;Remove from this list</source>
        <translation>&amp;Rimuovi da questa lista</translation>
    </message>
    <message>
        <source>Add &amp;tag…</source>
        <translation>Aggiungi &amp;tag…</translation>
    </message>
    <message>
        <source>Remove ta&amp;g…</source>
        <translation>Rimuovi ta&amp;g…</translation>
    </message>
    <message>
        <source>&amp;Set a field…</source>
        <translation>&amp;Imposta un campo…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Elimina</translation>
    </message>
    <message>
        <source>&amp;New list…</source>
        <translation>&amp;Nuova lista…</translation>
    </message>
    <message>
        <source>New &amp;segment…</source>
        <translation>Nuovo &amp;segmento…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Rinomina…</translation>
    </message>
    <message>
        <source>&amp;Empty…</source>
        <translation>S&amp;vuota…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Elimina…</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Sincronizza ora</translation>
    </message>
    <message>
        <source>&amp;Waiting changes</source>
        <translation>Modifiche in &amp;attesa</translation>
    </message>
    <message>
        <source>&amp;Conflicts</source>
        <translation>&amp;Conflitti</translation>
    </message>
    <message>
        <source>&amp;Use in campaign…</source>
        <translation>&amp;Usa in una campagna…</translation>
    </message>
    <message>
        <source>Possible &amp;duplicates</source>
        <translation>Possibili &amp;doppioni</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Cronologia</translation>
    </message>
    <message>
        <source>&amp;Insights</source>
        <translation>&amp;Statistiche</translation>
    </message>
    <message>
        <source>Do &amp;not contact</source>
        <translation>Da &amp;non contattare</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Impostazioni…</translation>
    </message>
    <message>
        <source>Elenco &amp;help</source>
        <translation>&amp;Guida di Elenco</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Scorciatoie da tastiera</translation>
    </message>
    <message>
        <source>&amp;About Elenco</source>
        <translation>&amp;Informazioni su Elenco</translation>
    </message>
    <message>
        <source>Partner &amp;account…</source>
        <translation>&amp;Account del partner…</translation>
    </message>
    <message>
        <source>Sync &amp;log</source>
        <translation>Registro di sincroni&amp;zzazione</translation>
    </message>
    <message>
        <source>S&amp;top sync</source>
        <translation>&amp;Interrompi la sincronizzazione</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Apri &amp;recente</translation>
    </message>
    <message>
        <source>T&amp;rash</source>
        <translation>Ces&amp;tino</translation>
    </message>
    <message>
        <source>Export from the &amp;gateway…</source>
        <translation>Esporta dal &amp;gateway…</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The address book can&apos;t be opened.</source>
        <translation>Impossibile aprire la rubrica.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>%1 contacts are marked valid, but their number is not E.164</source>
        <translation>%1 contatti segnati come validi non hanno un numero E.164</translation>
    </message>
    <message>
        <source>%1 contacts are filed under another city than they have</source>
        <translation>%1 contatti sono registrati sotto una città diversa dalla loro</translation>
    </message>
    <message>
        <source>%1 contacts can&apos;t be found by their first name</source>
        <translation>%1 contatti non si trovano cercando il loro nome</translation>
    </message>
    <message>
        <source>%1 custom values belong to no contact</source>
        <translation>%1 valori personalizzati non appartengono a nessun contatto</translation>
    </message>
    <message>
        <source>%1 memberships belong to no contact or no list</source>
        <translation>%1 iscrizioni non appartengono a nessun contatto o a nessuna lista</translation>
    </message>
    <message>
        <source>%1 tags belong to no contact</source>
        <translation>%1 tag non appartengono a nessun contatto</translation>
    </message>
    <message>
        <source>%1 imports are committed without a change set</source>
        <translation>%1 importazioni sono confermate senza un insieme di modifiche</translation>
    </message>
    <message>
        <source>%1 contacts come from an import that is not committed</source>
        <translation>%1 contatti provengono da un&apos;importazione non confermata</translation>
    </message>
    <message>
        <source>%1 rows wait for an import that is over</source>
        <translation>%1 righe attendono un&apos;importazione già conclusa</translation>
    </message>
    <message>
        <source>a row of %1 refers to a row of %2 that is not there</source>
        <translation>una riga di %1 rimanda a una riga di %2 che non esiste</translation>
    </message>
    <message>
        <source>the index %1 is missing</source>
        <translation>manca l&apos;indice %1</translation>
    </message>
    <message>
        <source>the search index does not fit the contacts</source>
        <translation>l&apos;indice di ricerca non corrisponde ai contatti</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Phone</source>
        <translation>Telefono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Secondo nome</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Cognome</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Suffisso</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nome completo</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Soprannome</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Azienda</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Reparto</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Ruolo</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Via</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Città</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Provincia</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>CAP</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Paese</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Nascita</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sito web</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Sesso</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Colonna %1</translation>
    </message>
</context>
<context>
    <name>ContactLooks</name>
    <message>
        <source>no number</source>
        <translation>senza numero</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>non valido</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>in attesa</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rifiutato</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflitto</translation>
    </message>
    <message>
        <source>no SMS</source>
        <translation>niente SMS</translation>
    </message>
    <message>
        <source>gateway: invalid</source>
        <translation>gateway: non valido</translation>
    </message>
</context>
<context>
    <name>CsvReader</name>
    <message>
        <source>A cell of this row is too long.</source>
        <translation>Una cella di questa riga è troppo lunga.</translation>
    </message>
    <message>
        <source>The row is too long.</source>
        <translation>La riga è troppo lunga.</translation>
    </message>
    <message>
        <source>The row has too many cells.</source>
        <translation>La riga ha troppe celle.</translation>
    </message>
    <message>
        <source>A quotation mark in this row is never closed.</source>
        <translation>In questa riga le virgolette non sono mai chiuse.</translation>
    </message>
</context>
<context>
    <name>Elenco::AccountDesk</name>
    <message>
        <source>Elenco – practice gateway</source>
        <translation>Elenco – gateway di prova</translation>
    </message>
    <message>
        <source>Elenco</source>
        <translation>Elenco</translation>
    </message>
    <message>
        <source>Opening the account…</source>
        <translation>Apertura dell’account…</translation>
    </message>
    <message>
        <source>Local address book</source>
        <translation>Rubrica locale</translation>
    </message>
    <message>
        <source>All contacts are on this computer only. Click for an account.</source>
        <translation>Tutti i contatti sono solo su questo computer. Fare clic per un account.</translation>
    </message>
    <message>
        <source>The account needs its key</source>
        <translation>Manca la chiave dell’account</translation>
    </message>
    <message>
        <source>The account is locked</source>
        <translation>L’account è bloccato</translation>
    </message>
    <message>
        <source>The account can’t be used</source>
        <translation>L’account non si può usare</translation>
    </message>
    <message>
        <source>Practice gateway</source>
        <translation>Gateway di prova</translation>
    </message>
    <message>
        <source>Contacts over there are invented; everything stays on this computer.</source>
        <translation>I contatti del gateway sono inventati; tutto resta su questo computer.</translation>
    </message>
    <message>
        <source>Elenco – practice address book</source>
        <translation>Elenco – rubrica di prova</translation>
    </message>
    <message>
        <source>Stop practising?</source>
        <translation>Terminare la prova?</translation>
    </message>
    <message>
        <source>The practice address book is thrown away as a whole, with all that was tried in it. Your own address book was never touched.</source>
        <translation>La rubrica di prova viene eliminata per intero, con tutto ciò che vi è stato provato. La propria rubrica non è mai stata toccata.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Scarta</translation>
    </message>
    <message>
        <source>The invented contacts could not be told apart.</source>
        <translation>Impossibile distinguere i contatti inventati.</translation>
    </message>
    <message>
        <source>Take the invented contacts out?</source>
        <translation>Togliere i contatti inventati?</translation>
    </message>
    <message>
        <source>Invented by the practice gateway: %1. Your own, imported or typed by you: %2; they stay as they are, and are in step with no gateway any more.</source>
        <translation>Inventati dal gateway di prova: %1. Propri, importati o inseriti a mano: %2; restano come sono e non sono più sincronizzati con alcun gateway.</translation>
    </message>
    <message>
        <source>Undo brings the invented ones back.</source>
        <translation>Annulla riporta quelli inventati.</translation>
    </message>
    <message>
        <source>Take them out</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>The invented contacts are gone; your own are here.</source>
        <translation>I contatti inventati non ci sono più; i propri sono qui.</translation>
    </message>
</context>
<context>
    <name>Elenco::AccountDialog</name>
    <message>
        <source>Partner account</source>
        <translation>Account del partner</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chiave API</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Utente e password</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produzione</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>In the system’s keyring</source>
        <translation>Nel portachiavi del sistema</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Solo per questa sessione</translation>
    </message>
    <message>
        <source>In a file that a passphrase opens</source>
        <translation>In un file protetto da una passphrase</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Indirizzo</translation>
    </message>
    <message>
        <source>&amp;Sign in with</source>
        <translation>&amp;Accesso con</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utente</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Chiave</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Piano</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Conserva la chiave</translation>
    </message>
    <message>
        <source>Pass&amp;phrase</source>
        <translation>Pass&amp;phrase</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Prova la connessione</translation>
    </message>
    <message>
        <source>&amp;Forget account…</source>
        <translation>&amp;Dimentica account…</translation>
    </message>
    <message>
        <source>Use this account</source>
        <translation>Usa questo account</translation>
    </message>
    <message>
        <source>Stop &amp;practising…</source>
        <translation>&amp;Termina la prova…</translation>
    </message>
    <message>
        <source>The passphrase opens the file that holds the key.</source>
        <translation>La passphrase apre il file che contiene la chiave.</translation>
    </message>
    <message>
        <source>The key is not kept here: please enter it again.</source>
        <translation>La chiave non è conservata qui: inserirla di nuovo.</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;word</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>conservata; scrivere per sostituirla</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Sblocca</translation>
    </message>
    <message>
        <source>the user</source>
        <translation>l’utente</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>è vuoto</translation>
    </message>
    <message>
        <source>it contains a colon</source>
        <translation>contiene i due punti</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Richiesta a %1…</translation>
    </message>
    <message>
        <source>%1 answers and takes the key.</source>
        <translation>%1 risponde e accetta la chiave.</translation>
    </message>
    <message>
        <source>the passphrase</source>
        <translation>la passphrase</translation>
    </message>
    <message>
        <source>Keeping the account…</source>
        <translation>Salvataggio dell’account…</translation>
    </message>
    <message>
        <source>Opening the file of keys…</source>
        <translation>Apertura del file delle chiavi…</translation>
    </message>
    <message>
        <source>Forget this account?</source>
        <translation>Dimenticare questo account?</translation>
    </message>
    <message>
        <source>The address and the key are forgotten. Your address book stays as it is, and nothing changes at the gateway.</source>
        <translation>L’indirizzo e la chiave vengono dimenticati. La rubrica resta com’è e al gateway non cambia nulla.</translation>
    </message>
    <message>
        <source>Forget account</source>
        <translation>Dimentica account</translation>
    </message>
    <message>
        <source>Forgetting the account…</source>
        <translation>Rimozione dell’account…</translation>
    </message>
    <message>
        <source>You are practising: the contacts are invented, and everything stays on this computer. An account belongs to your own address book; stop practising to go back to it.</source>
        <translation>Questa è una prova: i contatti sono inventati e tutto resta su questo computer. Un account appartiene alla propria rubrica; terminare la prova per tornarvi.</translation>
    </message>
    <message>
        <source>Use it untested</source>
        <translation>Usa senza prova</translation>
    </message>
</context>
<context>
    <name>Elenco::AccountLink</name>
    <message>
        <source>the practice gateway</source>
        <translation>il gateway di prova</translation>
    </message>
</context>
<context>
    <name>Elenco::CheckCorner</name>
    <message>
        <source>Select all or none</source>
        <translation>Seleziona tutto o niente</translation>
    </message>
</context>
<context>
    <name>Elenco::CheckHeader</name>
    <message>
        <source>Selection</source>
        <translation>Selezione</translation>
    </message>
</context>
<context>
    <name>Elenco::Chip</name>
    <message>
        <source>Press Delete to remove</source>
        <translation>Premere Canc per rimuovere</translation>
    </message>
</context>
<context>
    <name>Elenco::ChoiceGrid</name>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>When last in step</source>
        <translation>All’ultimo allineamento</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Risultato</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vuoto)</translation>
    </message>
    <message>
        <source>Result for %1</source>
        <translation>Risultato per %1</translation>
    </message>
    <message>
        <source>%1, here: %2</source>
        <translation>%1, qui: %2</translation>
    </message>
    <message>
        <source>%1, on the gateway: %2</source>
        <translation>%1, sul gateway: %2</translation>
    </message>
    <message>
        <source>Here, you · %1</source>
        <translation>Qui, tu · %1</translation>
    </message>
    <message>
        <source>Gateway · %1</source>
        <translation>Gateway · %1</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>unito</translation>
    </message>
</context>
<context>
    <name>Elenco::ColumnChooser</name>
    <message>
        <source>Drag to reorder, or Alt+Up and Alt+Down.</source>
        <translation>Trascinare per riordinare, o Alt+Su e Alt+Giù.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Back to the usual columns</source>
        <translation>Colonne predefinite</translation>
    </message>
</context>
<context>
    <name>Elenco::ColumnsPage</name>
    <message>
        <source>Drag a field onto a column</source>
        <translation>Trascinare un campo su una colonna</translation>
    </message>
    <message>
        <source>Ready to import</source>
        <translation>Da importare</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Non validi</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Verificate</translation>
    </message>
    <message>
        <source>or pick it from the column&apos;s menu. %1 of %2 columns were matched for you.</source>
        <translation>o sceglierlo dal menu della colonna. Colonne già abbinate: %1 su %2.</translation>
    </message>
    <message>
        <source>Match a column to Phone or Email: nobody can be imported without.</source>
        <translation>Abbinare una colonna a Telefono o Email: senza, nulla è importabile.</translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation>Doppi nel file</translation>
    </message>
    <message>
        <source>Checked %1 of %2 rows in %3 s</source>
        <translation>%1 righe su %2 in %3 s</translation>
    </message>
    <message>
        <source>Do not import this column</source>
        <translation>Non importare questa colonna</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Campi personalizzati</translation>
    </message>
    <message>
        <source>New custom field…</source>
        <translation>Nuovo campo…</translation>
    </message>
    <message>
        <source>Dates are written</source>
        <translation>Formato delle date</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>giorno, mese, anno</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>mese, giorno, anno</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>anno, mese, giorno</translation>
    </message>
    <message>
        <source>Match columns</source>
        <translation>Abbina colonne</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Già in rubrica</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppioni</translation>
    </message>
    <message>
        <source>Can&apos;t get an SMS</source>
        <translation>Senza SMS</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>Da non contattare</translation>
    </message>
    <message>
        <source>Remembered layouts…</source>
        <translation>Abbinamenti…</translation>
    </message>
</context>
<context>
    <name>Elenco::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Comandi</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Che cosa si vuole fare?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
</context>
<context>
    <name>Elenco::ConflictsDialog</name>
    <message>
        <source>Keep mine for all</source>
        <translation>Tieni i miei per tutti</translation>
    </message>
    <message>
        <source>Keep theirs for all</source>
        <translation>Tieni i loro per tutti</translation>
    </message>
    <message>
        <source>Other fields changed on one side only were merged already. Nothing is sent until you choose.</source>
        <translation>Gli altri campi, cambiati da una parte sola, sono già stati uniti. Nulla viene inviato prima della tua scelta.</translation>
    </message>
    <message>
        <source>Use these values</source>
        <translation>Usa questi valori</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflitti</translation>
    </message>
    <message>
        <source>Contacts with conflicts</source>
        <translation>Contatti con conflitti</translation>
    </message>
    <message>
        <source>No choices are open.</source>
        <translation>Nessuna scelta da fare.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Più tardi</translation>
    </message>
    <message>
        <source>Both versions stay in the contact’s history.</source>
        <translation>Entrambe le versioni restano nella cronologia del contatto.</translation>
    </message>
    <message>
        <source>The conflicts could not be read.</source>
        <translation>Non è stato possibile leggere i conflitti.</translation>
    </message>
    <message>
        <source>Nothing was changed on both sides</source>
        <translation>Nulla è stato cambiato da entrambe le parti</translation>
    </message>
    <message>
        <source>1 contact was changed here and on the gateway</source>
        <translation>1 contatto è stato cambiato qui e sul gateway</translation>
    </message>
    <message>
        <source>%1 contacts were changed here and on the gateway</source>
        <translation>%1 contatti sono stati cambiati qui e sul gateway</translation>
    </message>
    <message>
        <source>Do this</source>
        <translation>Procedi</translation>
    </message>
    <message>
        <source>The choice could not be kept.</source>
        <translation>Non è stato possibile salvare la scelta.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>Elenco::ContactCard</name>
    <message>
        <source>Custom fields</source>
        <translation>Campi personalizzati</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Senza nome</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Senza numero</translation>
    </message>
    <message>
        <source>Invalid number</source>
        <translation>Numero non valido</translation>
    </message>
    <message>
        <source>%1 · SMS</source>
        <translation>%1 · SMS</translation>
    </message>
    <message>
        <source>%1 · no SMS</source>
        <translation>%1 · senza SMS</translation>
    </message>
    <message>
        <source>The account does not keep these fields. Nothing of them is lost here.</source>
        <translation>L’account non conserva questi campi. Qui non va perso nulla.</translation>
    </message>
</context>
<context>
    <name>Elenco::ContactCommands</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Operazione annullata. Nulla è stato modificato.</translation>
    </message>
    <message>
        <source>There was nothing to change.</source>
        <translation>Non c&apos;era nulla da modificare.</translation>
    </message>
    <message>
        <source>Tagging %1</source>
        <translation>Aggiunta di tag a %1</translation>
    </message>
    <message>
        <source>Tagged %1 with %2.</source>
        <translation>Aggiunta di tag a %1: %2.</translation>
    </message>
    <message>
        <source>The tag could not be added.</source>
        <translation>Impossibile aggiungere il tag.</translation>
    </message>
    <message>
        <source>Removing a tag from %1</source>
        <translation>Rimozione di un tag da %1</translation>
    </message>
    <message>
        <source>The tag could not be removed.</source>
        <translation>Impossibile rimuovere il tag.</translation>
    </message>
    <message>
        <source>Adding %1 to %2</source>
        <translation>Aggiunta di %1 a %2</translation>
    </message>
    <message>
        <source>Added %1 to %2.</source>
        <translation>Aggiunta a %2: %1.</translation>
    </message>
    <message>
        <source>The contacts could not be added to the list.</source>
        <translation>Impossibile aggiungere i contatti alla lista.</translation>
    </message>
    <message>
        <source>Removing %1 from %2</source>
        <translation>Rimozione di %1 da %2</translation>
    </message>
    <message>
        <source>Removed %1 from %2. They stay in the address book.</source>
        <translation>Rimozione da %2: %1. Nella rubrica non cambia nulla.</translation>
    </message>
    <message>
        <source>The contacts could not be removed from the list.</source>
        <translation>Impossibile rimuovere i contatti dalla lista.</translation>
    </message>
    <message>
        <source>Name of the list for %1</source>
        <translation>Nome della lista per %1</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Nome della lista</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nuova lista</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crea</translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation>Creazione di %1</translation>
    </message>
    <message>
        <source>List %1 created.</source>
        <translation>Lista %1 creata.</translation>
    </message>
    <message>
        <source>The list could not be created.</source>
        <translation>Impossibile creare la lista.</translation>
    </message>
    <message>
        <source>Tag %1 removed from %2.</source>
        <translation>Tag %1 rimosso da %2.</translation>
    </message>
    <message>
        <source>%1 are too many for the clipboard; export them instead.</source>
        <translation>Troppi per gli appunti: %1; conviene esportarli.</translation>
    </message>
    <message>
        <source>The contacts could not be copied.</source>
        <translation>Impossibile copiare i contatti.</translation>
    </message>
    <message>
        <source>%1 copied.</source>
        <translation>Copia negli appunti: %1.</translation>
    </message>
    <message>
        <source>Deleting %1</source>
        <translation>Eliminazione di %1</translation>
    </message>
    <message>
        <source>%1 deleted.</source>
        <translation>Eliminati: %1.</translation>
    </message>
    <message>
        <source>The contacts could not be deleted.</source>
        <translation>Non è stato possibile eliminare i contatti.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Eliminare %1?</translation>
    </message>
    <message>
        <source>They are deleted here, and on the gateway with the next sync. Undo brings them back.</source>
        <translation>Vengono eliminati qui e, con la prossima sincronizzazione, sul gateway. Annulla li ripristina.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Elimina %1</translation>
    </message>
    <message>
        <source>Rename list</source>
        <translation>Rinomina lista</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>Nuovo nome di %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rinomina</translation>
    </message>
    <message>
        <source>Renaming %1</source>
        <translation>Rinomina di %1</translation>
    </message>
    <message>
        <source>The list is called %1 now.</source>
        <translation>Ora la lista si chiama %1.</translation>
    </message>
    <message>
        <source>The list could not be renamed.</source>
        <translation>Non è stato possibile rinominare la lista.</translation>
    </message>
    <message>
        <source>Delete the list %1?</source>
        <translation>Eliminare la lista %1?</translation>
    </message>
    <message>
        <source>Its %1 stay in the address book. The list is deleted here, and on the gateway with the next sync.</source>
        <translation>I suoi %1 restano nella rubrica. La lista viene eliminata qui e, con la prossima sincronizzazione, sul gateway.</translation>
    </message>
    <message>
        <source>Delete list</source>
        <translation>Elimina lista</translation>
    </message>
    <message>
        <source>List %1 deleted.</source>
        <translation>Lista %1 eliminata.</translation>
    </message>
    <message>
        <source>The list could not be deleted.</source>
        <translation>Non è stato possibile eliminare la lista.</translation>
    </message>
    <message>
        <source>There is a list called %1 already. Another name:</source>
        <translation>Esiste già una lista di nome %1. Un altro nome:</translation>
    </message>
    <message>
        <source>List %1 created with %2.</source>
        <translation>Lista %1 creata con: %2.</translation>
    </message>
</context>
<context>
    <name>Elenco::ContactEditing</name>
    <message>
        <source>The contact could not be read.</source>
        <translation>Non è stato possibile leggere il contatto.</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Salvataggio di %1</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1: salvato.</translation>
    </message>
    <message>
        <source>The contact could not be saved.</source>
        <translation>Non è stato possibile salvare il contatto.</translation>
    </message>
    <message>
        <source>The contact could not be created.</source>
        <translation>Non è stato possibile creare il contatto.</translation>
    </message>
    <message>
        <source>%1 created.</source>
        <translation>%1: contatto creato.</translation>
    </message>
</context>
<context>
    <name>Elenco::ContactEditor</name>
    <message>
        <source>Create contact</source>
        <translation>Crea contatto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Nuovo contatto</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifica %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>“%1” is not a date.</source>
        <translation>“%1” non è una data.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1” non è un numero.</translation>
    </message>
    <message>
        <source>Without a number it stays on this computer.</source>
        <translation>Senza numero resta su questo computer.</translation>
    </message>
    <message>
        <source>No valid number: it stays on this computer.</source>
        <translation>Numero non valido: resta su questo computer.</translation>
    </message>
    <message>
        <source>You had begun to make a contact.</source>
        <translation>Avevi iniziato a creare un contatto.</translation>
    </message>
    <message>
        <source>You had begun to change this contact.</source>
        <translation>Avevi iniziato a modificare questo contatto.</translation>
    </message>
    <message>
        <source>%1 has this number already.</source>
        <translation>%1 ha già questo numero.</translation>
    </message>
</context>
<context>
    <name>Elenco::ContactExports</name>
    <message>
        <source>%1, as selected:</source>
        <translation>%1, dalla selezione:</translation>
    </message>
    <message>
        <source>%1, as shown:</source>
        <translation>%1, come in tabella:</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>a format of files</comment>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Columns of tables: all…</source>
        <translation>Colonne delle tabelle: tutte…</translation>
    </message>
    <message numerus="yes">
        <source>Columns of tables: %n chosen…</source>
        <translation>
            <numerusform>Colonne delle tabelle: %n scelta…</numerusform>
            <numerusform>Colonne delle tabelle: %n scelte…</numerusform>
        </translation>
    </message>
    <message>
        <source>The columns could not be read.</source>
        <translation>Impossibile leggere le colonne.</translation>
    </message>
    <message>
        <source>Export contacts</source>
        <translation>Esporta contatti</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Esportazione di %1</translation>
    </message>
    <message>
        <source>%1 exported to %2.</source>
        <translation>Esportazione in %2: %1.</translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation>Operazione annullata. Nessun file è stato scritto.</translation>
    </message>
    <message>
        <source>The contacts could not be exported.</source>
        <translation>Impossibile esportare i contatti.</translation>
    </message>
</context>
<context>
    <name>Elenco::ContactHeader</name>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Ordine crescente</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Ordine decrescente</translation>
    </message>
    <message>
        <source>Then sort by “%1”</source>
        <translation>Poi ordina per “%1”</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>Nascondi “%1”</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Colonne…</translation>
    </message>
</context>
<context>
    <name>Elenco::ContactPanel</name>
    <message>
        <source>Add to a list</source>
        <translation>Aggiungi a una lista</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Aggiungi un tag</translation>
    </message>
    <message>
        <source>New list…</source>
        <translation>Nuova lista…</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>Elenco::ContactTableView</name>
    <message>
        <source>Contacts</source>
        <translation>Contatti</translation>
    </message>
</context>
<context>
    <name>Elenco::ContactsPane</name>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 su %2</translation>
    </message>
    <message>
        <source>%1 · %2 can receive SMS</source>
        <translation>%1 · %2 con SMS</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nessun risultato</translation>
    </message>
    <message>
        <source>No contact here matches the search.</source>
        <translation>Qui nessun contatto corrisponde alla ricerca.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Cancella la ricerca</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tutto a posto</translation>
    </message>
    <message>
        <source>Every contact has a valid number.</source>
        <translation>Ogni contatto ha un numero valido.</translation>
    </message>
    <message>
        <source>This list is empty</source>
        <translation>Questa lista è vuota</translation>
    </message>
    <message>
        <source>Drop contacts on it, or a vCard or CSV file here.</source>
        <translation>Trascinare contatti sulla lista, oppure qui un file vCard o CSV.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importa…</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>Ancora nessun contatto</translation>
    </message>
    <message>
        <source>Drop a vCard or CSV file here.</source>
        <translation>Trascinare qui un file vCard o CSV.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>The search is not understood</source>
        <translation>La ricerca non è comprensibile</translation>
    </message>
    <message>
        <source>Valid, suppressed or recent</source>
        <translation>Valido, da non contattare o recente</translation>
    </message>
    <message>
        <source>Has a value</source>
        <translation>Ha un valore</translation>
    </message>
    <message>
        <source>Has no value</source>
        <translation>Non ha un valore</translation>
    </message>
</context>
<context>
    <name>Elenco::DestinationPage</name>
    <message>
        <source>People who are here already join the lists as well</source>
        <translation>Aggiungi alle liste anche chi è già in rubrica</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Choose a list, or type the name of a new one.</source>
        <translation>Scegliere una lista o scrivere il nome di una nuova.</translation>
    </message>
    <message>
        <source>Add to a list…</source>
        <translation>Aggiungi a una lista…</translation>
    </message>
    <message>
        <source>Add to a list</source>
        <translation>Aggiungi a una lista</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Separate several with commas.</source>
        <translation>Separare più tag con virgole.</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>Aggiungi tag…</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Aggiungi tag</translation>
    </message>
    <message>
        <source>People who are in the address book already</source>
        <translation>Chi è già in rubrica</translation>
    </message>
    <message>
        <source>They are recognised by their number, or by their e-mail address where there is no number.</source>
        <translation>Il riconoscimento avviene dal numero o, dove manca, dall&apos;indirizzo e-mail.</translation>
    </message>
    <message>
        <source>Skip: leave them as they are here</source>
        <translation>Salta: in rubrica restano come sono</translation>
    </message>
    <message>
        <source>Update: take over what the file knows; empty cells never erase anything</source>
        <translation>Aggiorna: riprende i dati del file; le celle vuote non cancellano mai nulla</translation>
    </message>
    <message>
        <source>Keep both: make a second contact</source>
        <translation>Tieni entrambi: crea un secondo contatto</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (nuova)</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>Nuovi: %1</translation>
    </message>
    <message>
        <source>, %1 updated, %2 unchanged</source>
        <translation>, aggiornati: %1, invariati: %2</translation>
    </message>
    <message>
        <source>, %1 here already</source>
        <translation>, già in rubrica: %1</translation>
    </message>
    <message>
        <source>, of %1 rows</source>
        <translation>, su %1 righe</translation>
    </message>
    <message>
        <source>, %1 not to be contacted</source>
        <translation>, da non contattare: %1</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destinazione</translation>
    </message>
    <message>
        <source>What the update changes</source>
        <translation>Che cosa cambia l&apos;aggiornamento</translation>
    </message>
    <message>
        <source>Everybody in this file is here already, or can&apos;t be imported: there is nothing to import. “Update” takes over what the file knows of them; a list can take them in.</source>
        <translation>Tutti i contatti di questo file sono già presenti o non si possono importare: non c’è nulla da importare. “Aggiorna” riprende ciò che il file sa di loro; una lista può accoglierli.</translation>
    </message>
    <message>
        <source>Fill: take over only what is empty here; nothing here is overwritten</source>
        <translation>Completa: prende solo ciò che qui manca; nulla di ciò che c’è viene sovrascritto</translation>
    </message>
    <message>
        <source>The account has room for %1 more, as of %2; for %3 of the new ones there is none. They stay on this computer until there is.</source>
        <translation>L’account ha posto per altri %1, a %2; per %3 dei nuovi non ce n’è. Restano su questo computer finché non ce n’è.</translation>
    </message>
</context>
<context>
    <name>Elenco::DraftNotice</name>
    <message>
        <source>Take it up again</source>
        <translation>Riprendi</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Scarta</translation>
    </message>
</context>
<context>
    <name>Elenco::DuplicatesPanel</name>
    <message>
        <source>Two people may have one mobile: who is somebody of its own is imported as such. On the gateway one of them holds the number; the other goes by the e-mail address, or stays here.</source>
        <translation>Due persone possono avere lo stesso cellulare: chi è una persona a sé viene importato come tale. Sul gateway il numero resta a una delle due; l’altra ci va con il suo indirizzo e-mail, oppure resta qui.</translation>
    </message>
    <message>
        <source>Rows that equal somebody</source>
        <translation>Righe uguali a qualcuno</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) equal somebody</source>
        <translation>
            <numerusform>%n riga è uguale a qualcuno</numerusform>
            <numerusform>%n righe sono uguali a qualcuno</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n called otherwise</source>
        <translation>
            <numerusform>%n con un altro nome</numerusform>
            <numerusform>%n con un altro nome</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>sono mostrate le prime %1</translation>
    </message>
    <message>
        <source>It is the same person</source>
        <translation>È la stessa persona</translation>
    </message>
    <message>
        <source>Keep as a person of its own</source>
        <translation>Tenere come persona a sé</translation>
    </message>
</context>
<context>
    <name>Elenco::ExportColumnsDialog</name>
    <message>
        <source>Columns of exported tables</source>
        <translation>Colonne delle tabelle esportate</translation>
    </message>
    <message>
        <source>For tables, from left to right; they are remembered. vCards have everything. Drag to reorder, or Alt+Up and Alt+Down.</source>
        <translation>Per le tabelle, da sinistra a destra; la scelta viene ricordata. Le vCard contengono tutto. Per riordinare: trascinare, oppure Alt+Su e Alt+Giù.</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Tutte</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Nessuna</translation>
    </message>
</context>
<context>
    <name>Elenco::FieldList</name>
    <message>
        <source>%1, matched</source>
        <translation>%1, abbinato</translation>
    </message>
</context>
<context>
    <name>Elenco::FieldsPanel</name>
    <message>
        <source>Custom fields</source>
        <translation>Campi personalizzati</translation>
    </message>
    <message>
        <source>New custom field…</source>
        <translation>Nuovo campo personalizzato…</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>Trova un campo</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campi</translation>
    </message>
    <message>
        <source>Numbers without prefix</source>
        <translation>Numeri senza prefisso</translation>
    </message>
</context>
<context>
    <name>Elenco::FilesPage</name>
    <message>
        <source>Files to import</source>
        <translation>File da importare</translation>
    </message>
    <message>
        <source>Choose files to import</source>
        <translation>Scegli i file da importare</translation>
    </message>
    <message>
        <source>No file chosen yet.</source>
        <translation>Nessun file scelto.</translation>
    </message>
    <message>
        <source>Reading %1…%2</source>
        <translation>Lettura di %1…%2</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns.</source>
        <translation>%1: %2 righe, %3 colonne.</translation>
    </message>
    <message>
        <source>Drop to import</source>
        <translation>Rilasciare per importare</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>File</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Rimuovi</translation>
    </message>
    <message>
        <source>C&amp;hoose files…</source>
        <translation>&amp;Scegli file…</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>Scegli &amp;cartella…</translation>
    </message>
    <message>
        <source>All cards in it, and in its folders, are one import</source>
        <translation>Tutte le schede che contiene, anche nelle sue cartelle, sono una sola importazione</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>cartella</translation>
    </message>
    <message>
        <source>Choose a folder to import</source>
        <translation>Scegli la cartella da importare</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are read as one.</source>
        <translation>
            <numerusform>%n file è letto come uno solo.</numerusform>
            <numerusform>%n file sono letti come uno solo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read, as there are no cards in them: %1.</source>
        <translation>Non letti, perché non contengono schede: %1.</translation>
    </message>
    <message>
        <source>vCard, CSV, text, Excel or Calc; folders, archives and mails of cards. Drop more here.</source>
        <translation>vCard, CSV, testo, Excel o Calc; cartelle, archivi ed e-mail con schede. Trascinarne qui altri.</translation>
    </message>
</context>
<context>
    <name>Elenco::HistoryDialog</name>
    <message>
        <source>Undo this change</source>
        <translation>Annulla questa modifica</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>Taking back a change leaves what was edited since as it is.</source>
        <translation>Annullare una modifica non tocca ciò che è stato cambiato in seguito.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Modifica</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatti</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>Impossibile leggere la cronologia.</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>annullata</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>%1 on the gateway</source>
        <translation>%1 sul gateway</translation>
    </message>
    <message>
        <source>%1 of %2 on the gateway</source>
        <translation>%1 di %2 sul gateway</translation>
    </message>
    <message>
        <source>, %1 refused</source>
        <translation>, %1 rifiutati</translation>
    </message>
    <message>
        <source>, %1 without a number</source>
        <translation>, %1 senza numero</translation>
    </message>
</context>
<context>
    <name>Elenco::ImportDesk</name>
    <message>
        <source>Go on with the import of %1?</source>
        <translation>Riprendere l&apos;importazione di %1?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Riprendi</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Scarta</translation>
    </message>
    <message>
        <source>There is nothing on the clipboard that could be imported.</source>
        <translation>Negli appunti non c’è nulla che si possa importare.</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Appunti</translation>
    </message>
    <message>
        <source>The clipboard could not be read.</source>
        <translation>Impossibile leggere gli appunti.</translation>
    </message>
    <message>
        <source>It was begun, but nothing of it is in the address book yet. What you matched, mended and chose is kept.</source>
        <translation>L’importazione è iniziata, ma nella rubrica non ne è ancora entrato nulla. Le corrispondenze, le correzioni e le scelte fatte sono conservate.</translation>
    </message>
</context>
<context>
    <name>Elenco::ImportDuplicateModel</name>
    <message>
        <source>without a name</source>
        <translation>senza nome</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, riga %2</translation>
    </message>
    <message>
        <source>%1, in the address book</source>
        <translation>%1, in rubrica</translation>
    </message>
    <message>
        <source>a person of its own</source>
        <translation>una persona a sé</translation>
    </message>
    <message>
        <source>the same person</source>
        <translation>la stessa persona</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Riga</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>Numero o indirizzo</translation>
    </message>
    <message>
        <source>Equals</source>
        <translation>Uguale a</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Considerata</translation>
    </message>
</context>
<context>
    <name>Elenco::ImportNotes</name>
    <message numerus="yes">
        <source>%1 The first %n row(s) are shown.</source>
        <translation>
            <numerusform>%1 È mostrata la prima riga.</numerusform>
            <numerusform>%1 Sono mostrate le prime %n righe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Since “%1” of %2:</source>
        <translation>Rispetto a “%1” del %2:</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Riga</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, and how many it changed of</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Era</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>È</translation>
    </message>
    <message>
        <source>Two encodings in one file: UTF-8, and windows-1252 in lines that are none.</source>
        <translation>Due codifiche in un solo file: UTF-8, e windows-1252 nelle righe che non lo sono.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation>
            <numerusform>%n file non letto</numerusform>
            <numerusform>%n file non letti</numerusform>
        </translation>
    </message>
    <message>
        <source>No cards are in them</source>
        <translation>Non contengono schede</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imported, but not all of them</source>
        <translation>
            <numerusform>%n riga importata, ma non del tutto</numerusform>
            <numerusform>%n righe importate, ma non del tutto</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported, but not all of them</source>
        <translation>Importate, ma non del tutto</translation>
    </message>
    <message>
        <source>What stays out</source>
        <translation>Che cosa resta fuori</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nuovi: %1</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>Spariti: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Cambiati: %1</translation>
    </message>
</context>
<context>
    <name>Elenco::ImportPreviewModel</name>
    <message>
        <source>same as row %1</source>
        <translation>come riga %1</translation>
    </message>
    <message>
        <source>already here</source>
        <translation>già in rubrica</translation>
    </message>
    <message>
        <source>do not contact</source>
        <translation>da non contattare</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>no SMS</source>
        <translation>niente SMS</translation>
    </message>
    <message>
        <source>To be decided. Suggested: %1</source>
        <translation>Da decidere. Proposta: %1</translation>
    </message>
</context>
<context>
    <name>Elenco::ImportProblemModel</name>
    <message>
        <source>Row</source>
        <translation>Riga</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Number in the file</source>
        <translation>Numero nel file</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Correzione</translation>
    </message>
</context>
<context>
    <name>Elenco::ImportUpdatesModel</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>In rubrica</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Dal file</translation>
    </message>
</context>
<context>
    <name>Elenco::ImportWizard</name>
    <message>
        <source>Change…</source>
        <translation>Cambia…</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Importa contatti</translation>
    </message>
    <message>
        <source>The file could not be imported</source>
        <translation>Impossibile importare il file</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Indietro</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>A&amp;vanti</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Chiudi</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnulla</translation>
    </message>
    <message>
        <source>&amp;Next file</source>
        <translation>File &amp;successivo</translation>
    </message>
    <message>
        <source>file %1 of %2</source>
        <translation>file %1 di %2</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n contact(s) to the lists</source>
        <translation>
            <numerusform>&amp;Aggiungi %n contatto alle liste</numerusform>
            <numerusform>&amp;Aggiungi %n contatti alle liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n contact(s)</source>
        <translation>
            <numerusform>&amp;Importa %n contatto</numerusform>
            <numerusform>&amp;Importa %n contatti</numerusform>
        </translation>
    </message>
    <message>
        <source>The file was changed since it was read. What is imported is what was read then; “Change…” reads the file anew.</source>
        <translation>Il file è stato modificato dopo la lettura. Si importa ciò che è stato letto allora; “Cambia…” rilegge il file.</translation>
    </message>
    <message>
        <source>The file is not there any more. What was read of it can be imported, as it is matched now.</source>
        <translation>Il file non c’è più. Ciò che ne è stato letto si può importare, con le corrispondenze attuali.</translation>
    </message>
    <message>
        <source>The account has no room for %1</source>
        <translation>L’account non ha posto per %1</translation>
    </message>
    <message>
        <source>It takes %1 more, and %2 are new. Whoever has no room stays on this computer and is sent when there is some.</source>
        <translation>Ne accetta altri %1, e i nuovi sono %2. Chi non ha posto resta su questo computer ed è inviato quando ce n’è.</translation>
    </message>
    <message>
        <source>Import all the same</source>
        <translation>Importa lo stesso</translation>
    </message>
</context>
<context>
    <name>Elenco::Inspector</name>
    <message>
        <source>Select a contact to see it here.</source>
        <translation>Selezionare un contatto per vederlo qui.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Scheda</translation>
    </message>
</context>
<context>
    <name>Elenco::Launch</name>
    <message>
        <source>The address book can&apos;t be opened.</source>
        <translation>Impossibile aprire la rubrica.</translation>
    </message>
</context>
<context>
    <name>Elenco::LayoutsDialog</name>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Dimentica</translation>
    </message>
    <message>
        <source>Remembered layouts</source>
        <translation>Abbinamenti ricordati</translation>
    </message>
    <message>
        <source>Files with the headers of an earlier one are matched as that one was. What is forgotten is guessed anew the next time.</source>
        <translation>I file con le stesse intestazioni di uno precedente seguono le sue corrispondenze. Ciò che si dimentica viene riconosciuto da capo la volta dopo.</translation>
    </message>
    <message>
        <source>%1 · last used %2</source>
        <translation>%1 · usata l’ultima volta il %2</translation>
    </message>
    <message>
        <source>None is remembered.</source>
        <translation>Non ne è ricordato nessuno.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a column, and its field</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Conserva</translation>
    </message>
</context>
<context>
    <name>Elenco::MainWindow</name>
    <message>
        <source>Elenco</source>
        <translation>Elenco</translation>
    </message>
    <message>
        <source>Add to list</source>
        <translation>Aggiungi a lista</translation>
    </message>
    <message>
        <source>The contacts could not be read.</source>
        <translation>Impossibile leggere i contatti.</translation>
    </message>
    <message>
        <source>The contact could not be read.</source>
        <translation>Impossibile leggere il contatto.</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Importa contatti</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>Selezione: %1 su %2</translation>
    </message>
    <message>
        <source>New list…</source>
        <translation>Nuova lista…</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 file</translation>
    </message>
    <message>
        <source>Drop to import</source>
        <translation>Rilasciare per importare</translation>
    </message>
    <message>
        <source>Drop to import into “%1”</source>
        <translation>Rilasciare per importare in “%1”</translation>
    </message>
    <message>
        <source>The lists could not be read.</source>
        <translation>Impossibile leggere le liste.</translation>
    </message>
    <message>
        <source>A change could not be saved.</source>
        <translation>Non è stato possibile salvare una modifica.</translation>
    </message>
    <message>
        <source>The import of %1 is kept: the next import offers to go on with it.</source>
        <translation>L’importazione di %1 è conservata: alla prossima importazione si potrà riprenderla.</translation>
    </message>
</context>
<context>
    <name>Elenco::MappingHeader</name>
    <message>
        <source>Columns of the file and their fields</source>
        <translation>Colonne del file e relativi campi</translation>
    </message>
    <message>
        <source>New: %1%2</source>
        <translation>Nuovo: %1%2</translation>
    </message>
    <message>
        <source>New field:%1?</source>
        <translation>Nuovo campo:%1?</translation>
    </message>
    <message>
        <source>Drop %1 here</source>
        <translation>Rilasciare qui %1</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Da decidere</translation>
    </message>
</context>
<context>
    <name>Elenco::MissingDialog</name>
    <message>
        <source>Contacts gone on the gateway</source>
        <translation>Contatti spariti dal gateway</translation>
    </message>
    <message>
        <source>The gateway no longer has %1</source>
        <translation>Il gateway non ha più %1</translation>
    </message>
    <message>
        <source>They are still here, unchanged, and nothing is done until you decide. Sent again, they become new contacts over there. In the trash they rest for 30 days and can be brought back.</source>
        <translation>Qui ci sono ancora, invariati, e nulla accade prima della tua decisione. Inviati di nuovo, diventano nuovi contatti sul gateway. Nel cestino restano 30 giorni e si possono ripristinare.</translation>
    </message>
    <message>
        <source>Move them to the trash</source>
        <translation>Sposta nel cestino</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Più tardi</translation>
    </message>
    <message>
        <source>Send them again</source>
        <translation>Invia di nuovo</translation>
    </message>
</context>
<context>
    <name>Elenco::NewFieldDialog</name>
    <message>
        <source>New custom field</source>
        <translation>Nuovo campo personalizzato</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>Create field</source>
        <translation>Crea campo</translation>
    </message>
</context>
<context>
    <name>Elenco::OpenColumns</name>
    <message>
        <source>Left open, and not imported until you decide:</source>
        <translation>In sospeso, non importate finché non si decide:</translation>
    </message>
    <message>
        <source>%1 → %2?</source>
        <comment>a column, and the field that is suggested for it</comment>
        <translation>%1 → %2?</translation>
    </message>
    <message>
        <source>%1 Press to take it; the column&apos;s menu has the other fields.</source>
        <translation>%1 Premere per accettare; gli altri campi sono nel menu della colonna.</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Accetta tutte</translation>
    </message>
    <message>
        <source>All columns as they are suggested</source>
        <translation>Tutte le colonne come proposte</translation>
    </message>
</context>
<context>
    <name>Elenco::OutboxDialog</name>
    <message>
        <source>Take back</source>
        <translation>Ritira</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Invia ora</translation>
    </message>
    <message>
        <source>Waiting changes</source>
        <translation>Modifiche in attesa</translation>
    </message>
    <message>
        <source>Saved on this computer and sent by themselves as soon as the gateway can be reached.</source>
        <translation>Salvate su questo computer e inviate da sole appena il gateway è raggiungibile.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Cosa</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>The waiting changes could not be read.</source>
        <translation>Non è stato possibile leggere le modifiche in attesa.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Nulla in attesa di invio</translation>
    </message>
    <message>
        <source>1 change waits to be sent</source>
        <translation>1 modifica in attesa di invio</translation>
    </message>
    <message>
        <source>%1 changes wait to be sent</source>
        <translation>%1 modifiche in attesa di invio</translation>
    </message>
    <message>
        <source>%1 without a valid number stay on this computer: the gateway knows people by number.</source>
        <translation>%1 senza numero valido restano su questo computer: il gateway riconosce le persone dal numero.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatti</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importazioni</translation>
    </message>
    <message>
        <source>This could not be taken back.</source>
        <translation>Non è stato possibile ritirare la modifica.</translation>
    </message>
    <message>
        <source>Saved on this computer. They are sent by themselves as soon as the subscription has room again.</source>
        <translation>Salvate su questo computer. Vengono inviate da sole appena l’abbonamento ha di nuovo posto.</translation>
    </message>
</context>
<context>
    <name>Elenco::OverwrittenBar</name>
    <message>
        <source>Put mine back</source>
        <translation>Ripristina il mio</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Va bene così</translation>
    </message>
    <message>
        <source>Somebody else has overwritten what you sent. %1</source>
        <translation>Qualcun altro ha sovrascritto ciò che avevi inviato. %1</translation>
    </message>
    <message>
        <source>All %1…</source>
        <translation>Tutti e %1…</translation>
    </message>
</context>
<context>
    <name>Elenco::PassphraseField</name>
    <message>
        <source>once more</source>
        <translation>ancora una volta</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation>Passphrase, ancora una volta</translation>
    </message>
    <message numerus="yes">
        <source>The passphrase is too short: it needs at least %n character(s).</source>
        <translation>
            <numerusform>La passphrase è troppo corta: serve almeno %n carattere.</numerusform>
            <numerusform>La passphrase è troppo corta: servono almeno %n caratteri.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please type the passphrase once more: nobody can see what was typed.</source>
        <translation>Scrivere la passphrase ancora una volta: nessuno vede ciò che si è scritto.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Le due passphrase non sono uguali.</translation>
    </message>
    <message>
        <source>Nobody can bring it back if it is forgotten.</source>
        <translation>Se la si dimentica, nessuno può recuperarla.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Le due non sono uguali.</translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n character(s).</source>
        <translation>
            <numerusform>Troppo corta: almeno %n carattere.</numerusform>
            <numerusform>Troppo corta: almeno %n caratteri.</numerusform>
        </translation>
    </message>
    <message>
        <source>Weak: a few more words make it strong.</source>
        <translation>Debole: con qualche parola in più diventa robusta.</translation>
    </message>
    <message>
        <source>Fair: another word makes it strong.</source>
        <translation>Discreta: con un’altra parola diventa robusta.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Robusta.</translation>
    </message>
    <message>
        <source>Please type a passphrase: it protects the key.</source>
        <translation>Scrivere una passphrase: protegge la chiave.</translation>
    </message>
</context>
<context>
    <name>Elenco::PracticeBar</name>
    <message>
        <source>Practice: everybody here is invented, and nothing leaves this computer.</source>
        <translation>Prova: qui tutti sono inventati e nulla lascia questo computer.</translation>
    </message>
    <message>
        <source>Invented people of the practice gateway are among your own contacts.</source>
        <translation>Tra i propri contatti ce ne sono di inventati, del gateway di prova.</translation>
    </message>
    <message>
        <source>Stop practising…</source>
        <translation>Termina la prova…</translation>
    </message>
    <message>
        <source>Separate them…</source>
        <translation>Separali…</translation>
    </message>
</context>
<context>
    <name>Elenco::PracticeOffer</name>
    <message>
        <source>No account yet? Practise in an address book of its own, with 5,000 invented contacts. Your own are not touched, and nothing leaves the computer.</source>
        <translation>Ancora nessun account? Si può provare in una rubrica a parte, con 5.000 contatti inventati. I propri non vengono toccati e nulla lascia il computer.</translation>
    </message>
    <message>
        <source>Try it &amp;without an account</source>
        <translation>Prova &amp;senza account</translation>
    </message>
</context>
<context>
    <name>Elenco::PracticeProcess</name>
    <message>
        <source>the practice gateway</source>
        <translation>il gateway di prova</translation>
    </message>
</context>
<context>
    <name>Elenco::PreviewTable</name>
    <message>
        <source>The first rows of the file</source>
        <translation>Le prime righe del file</translation>
    </message>
</context>
<context>
    <name>Elenco::ProblemsPage</name>
    <message>
        <source>Accept this repair</source>
        <translation>Accetta la correzione</translation>
    </message>
    <message>
        <source>No problems: every row can be imported.</source>
        <translation>Nessun problema: ogni riga è importabile.</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Nulla da correggere</translation>
    </message>
    <message>
        <source>Type over a number to mend it. Rows left as they are stay out, and can be saved as a file with the reason afterwards.</source>
        <translation>Per correggere un numero basta riscriverlo. Le righe lasciate come sono restano escluse e in seguito si possono salvare in un file con il motivo.</translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>Sono visibili le prime %1.</translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n repair(s)</source>
        <translation>
            <numerusform>Accetta %n correzione</numerusform>
            <numerusform>Accetta tutte le %n correzioni</numerusform>
        </translation>
    </message>
    <message>
        <source>Review problems</source>
        <translation>Rivedi problemi</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can&apos;t be imported yet</source>
        <translation>
            <numerusform>%n riga non è ancora importabile</numerusform>
            <numerusform>%n righe non sono ancora importabili</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>The last mended row, or all that one press repaired, is what it was in the file</source>
        <translation>L&apos;ultima riga corretta, o tutte quelle corrette con una sola pressione, tornano come nel file</translation>
    </message>
    <message numerus="yes">
        <source>%n mended</source>
        <translation>
            <numerusform>%n corretta</numerusform>
            <numerusform>%n corrette</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a number, and how it is repaired</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Accept repairs</source>
        <translation>Accetta le correzioni</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), such as %2</source>
        <translation>
            <numerusform>%1: %n riga, come %2</numerusform>
            <numerusform>%1: %n righe, come %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elenco::ProblemsTable</name>
    <message>
        <source>Rows with problems</source>
        <translation>Righe con problemi</translation>
    </message>
</context>
<context>
    <name>Elenco::ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
</context>
<context>
    <name>Elenco::ReadOptionsDialog</name>
    <message>
        <source>The first row holds the names of the columns</source>
        <translation>La prima riga contiene i nomi delle colonne</translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation>Lettura del file</translation>
    </message>
    <message>
        <source>As found: %1</source>
        <translation>Come rilevato: %1</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Codifica</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>&amp;Separatore</translation>
    </message>
    <message>
        <source>&amp;Lines to skip at the top</source>
        <translation>&amp;Righe da saltare all&apos;inizio</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Rileggi</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Foglio</translation>
    </message>
    <message>
        <source>&amp;Rows to skip at the top</source>
        <translation>&amp;Righe da saltare all’inizio</translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1 (nascosto)</translation>
    </message>
</context>
<context>
    <name>Elenco::RemoteExport</name>
    <message>
        <source>Export from the gateway</source>
        <translation>Esporta dal gateway</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>Tabella CSV (*.csv)</translation>
    </message>
    <message>
        <source>gateway-contacts.csv</source>
        <translation>contatti-gateway.csv</translation>
    </message>
    <message>
        <source>The gateway makes %1</source>
        <translation>Il gateway prepara %1</translation>
    </message>
    <message>
        <source>The contacts could not be exported from the gateway.</source>
        <translation>Non è stato possibile esportare i contatti dal gateway.</translation>
    </message>
    <message>
        <source>%1 is there: %2 from the gateway.</source>
        <translation>%1 è pronto: %2 dal gateway.</translation>
    </message>
</context>
<context>
    <name>Elenco::RescueDesk</name>
    <message>
        <source>The address book is damaged</source>
        <translation>La rubrica è danneggiata</translation>
    </message>
    <message>
        <source>Elenco can build it anew of everything that can still be read and of the changes that were logged beside it. The damaged file is kept.</source>
        <translation>Elenco può ricostruirla con tutto ciò che si può ancora leggere e con le modifiche annotate accanto. Il file danneggiato viene conservato.</translation>
    </message>
    <message>
        <source>Rescue Address Book</source>
        <translation>Recupera la rubrica</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>The address book could not be rescued.</source>
        <translation>Non è stato possibile recuperare la rubrica.</translation>
    </message>
    <message>
        <source>The address book was rescued</source>
        <translation>La rubrica è stata recuperata</translation>
    </message>
    <message>
        <source>Show Damaged File</source>
        <translation>Mostra il file danneggiato</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Elenco can build it anew of everything that can still be read and of the changes that were logged beside it. The damaged file is kept. The window is closed meanwhile.</source>
        <translation>Elenco può ricostruirla con tutto ciò che si può ancora leggere e con le modifiche annotate accanto. Il file danneggiato viene conservato. Nel frattempo la finestra viene chiusa.</translation>
    </message>
    <message>
        <source>Rescue Now</source>
        <translation>Recupera ora</translation>
    </message>
    <message>
        <source>At the Next Start</source>
        <translation>Al prossimo avvio</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Il disco è pieno</translation>
    </message>
    <message>
        <source>Your last change was saved in space that Elenco had kept back for this. Make room now: the next change may find none.</source>
        <translation>L’ultima modifica è stata salvata nello spazio che Elenco teneva da parte per questo caso. Libera spazio adesso: la prossima modifica potrebbe non trovarne.</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>Mostra la cartella</translation>
    </message>
    <message>
        <source>Your last change was saved, but not in the log that protects it from a damaged file.</source>
        <translation>L’ultima modifica è stata salvata, ma non nel registro che la protegge se il file si danneggia.</translation>
    </message>
    <message>
        <source>The file of the address book is gone</source>
        <translation>Il file della rubrica non c’è più</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>Salva una copia…</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>Save a copy of the address book</source>
        <translation>Salva una copia della rubrica</translation>
    </message>
    <message>
        <source>Address books (*.elenco)</source>
        <translation>Rubriche (*.elenco)</translation>
    </message>
    <message>
        <source>The copy could not be saved.</source>
        <translation>Impossibile salvare la copia.</translation>
    </message>
    <message>
        <source>The address book may only be read</source>
        <translation>La rubrica è di sola lettura</translation>
    </message>
    <message>
        <source>Elenco can make a copy of it in another place and open that one. The file itself stays as it is.</source>
        <translation>Elenco può farne una copia in un altro posto e aprire quella. Il file resta com&apos;è.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>Elenco::ResultPage</name>
    <message>
        <source>Undo import</source>
        <translation>Annulla importazione</translation>
    </message>
    <message>
        <source>Save rejected rows…</source>
        <translation>Salva righe scartate…</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>Salva righe scartate</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 rejected.csv</source>
        <translation>%1 scartate.csv</translation>
    </message>
    <message>
        <source>The import was undone</source>
        <translation>L&apos;importazione è stata annullata</translation>
    </message>
    <message>
        <source>%1 contacts were taken back. %2 were edited since and stay as they are.</source>
        <translation>Contatti ritirati: %1. Modificati in seguito e rimasti come sono: %2.</translation>
    </message>
    <message>
        <source>%1 contacts were taken back; the address book is as it was before.</source>
        <translation>Contatti ritirati: %1; la rubrica è tornata com&apos;era prima.</translation>
    </message>
    <message>
        <source>The rejected rows are in %1.</source>
        <translation>Le righe scartate sono in %1.</translation>
    </message>
    <message>
        <source>Importing %1…</source>
        <translation>Importazione di %1…</translation>
    </message>
    <message>
        <source>Until it is done the address book stays as it is. Cancel leaves nothing behind.</source>
        <translation>Fino alla fine la rubrica resta com&apos;è. Annullando non rimane nulla.</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) imported</source>
        <translation>
            <numerusform>%n contatto importato</numerusform>
            <numerusform>%n contatti importati</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” now has %2 contacts</source>
        <translation>Contatti ora in “%1”: %2</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>Da %1.</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nulla è stato importato</translation>
    </message>
    <message>
        <source>The address book is as it was. Go back to try again.</source>
        <translation>La rubrica è com&apos;era. Per riprovare, tornare indietro.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuovi</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aggiornati</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Invariati</translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation>Doppi nel file</translation>
    </message>
    <message>
        <source>Already in the address book</source>
        <translation>Già in rubrica</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Non validi</translation>
    </message>
    <message>
        <source>On the do-not-contact list</source>
        <translation>Da non contattare</translation>
    </message>
    <message>
        <source>Rows in the file</source>
        <translation>Righe nel file</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Risultato</translation>
    </message>
</context>
<context>
    <name>Elenco::SavingWindow</name>
    <message>
        <source>Elenco</source>
        <translation>Elenco</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvataggio…</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are being finished.</source>
        <translation>
            <numerusform>Si sta completando %n modifica.</numerusform>
            <numerusform>Si stanno completando %n modifiche.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elenco::SearchField</name>
    <message>
        <source>Press Delete to remove</source>
        <translation>Premere Canc per rimuovere</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Cancella la ricerca</translation>
    </message>
</context>
<context>
    <name>Elenco::SelectionCard</name>
    <message>
        <source>Add all of them to a list or give them a tag; Ctrl+Z takes it back.</source>
        <translation>Si possono aggiungere tutti a una lista o a un tag; Ctrl+Z annulla.</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>Selezione: %1</translation>
    </message>
</context>
<context>
    <name>Elenco::SidebarDelegate</name>
    <message>
        <source>test</source>
        <translation>prova</translation>
    </message>
</context>
<context>
    <name>Elenco::SidebarModel</name>
    <message>
        <source>All contacts</source>
        <translation>Tutti i contatti</translation>
    </message>
    <message>
        <source>Imported recently</source>
        <translation>Importati di recente</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Da verificare</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>%1, %2 contacts</source>
        <translation>%1, contatti: %2</translation>
    </message>
</context>
<context>
    <name>Elenco::SidebarView</name>
    <message>
        <source>Lists</source>
        <translation>Liste</translation>
    </message>
</context>
<context>
    <name>Elenco::StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Local address book</source>
        <translation>Rubrica locale</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>ancora %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>ancora %1 min</translation>
    </message>
</context>
<context>
    <name>Elenco::StepList</name>
    <message>
        <source>done</source>
        <translation>completato</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>passaggio attuale</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>da fare</translation>
    </message>
    <message>
        <source>Step %1, %2: %3</source>
        <translation>Passaggio %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>Elenco::SyncController</name>
    <message>
        <source>Practice gateway · %1</source>
        <translation>Gateway di prova · %1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Ritirato: %1</translation>
    </message>
    <message>
        <source>Your choice is kept, and can be undone.</source>
        <translation>La scelta è salvata e si può annullare.</translation>
    </message>
    <message>
        <source>Your answer could not be kept.</source>
        <translation>Non è stato possibile salvare la risposta.</translation>
    </message>
    <message>
        <source>Is this the same account?</source>
        <translation>È lo stesso account?</translation>
    </message>
    <message>
        <source>If it was emptied or set up anew, go on: you are asked what is to become of the contacts that it no longer has.</source>
        <translation>Se è stato svuotato o configurato di nuovo, continua: ti verrà chiesto che cosa fare dei contatti che non ha più.</translation>
    </message>
    <message>
        <source>It is the same, go on</source>
        <translation>È lo stesso, continua</translation>
    </message>
    <message>
        <source>The value could not be put back.</source>
        <translation>Non è stato possibile ripristinare il valore.</translation>
    </message>
    <message>
        <source>This is another account</source>
        <translation>È un altro account</translation>
    </message>
    <message>
        <source>Brought back: %1</source>
        <translation>Recuperato: %1</translation>
    </message>
</context>
<context>
    <name>Elenco::SyncLogDialog</name>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Cosa</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>Registro di sincronizzazione</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contatto</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Il tuo</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Il loro</translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation>Cambiati da altri</translation>
    </message>
    <message>
        <source>Put mine back</source>
        <translation>Ripristina il mio</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Va bene così</translation>
    </message>
    <message>
        <source>Values that you had sent and that were replaced on the gateway since.</source>
        <translation>Valori che avevi inviato e che da allora sono stati sostituiti sul gateway.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>The sync log could not be read.</source>
        <translation>Non è stato possibile leggere il registro.</translation>
    </message>
    <message>
        <source>Agree to all</source>
        <translation>Va bene così per tutti</translation>
    </message>
</context>
<context>
    <name>Elenco::ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Strumenti</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importa…</translation>
    </message>
    <message>
        <source>Search, or city:Milano, tag:vip, spent&gt;5000</source>
        <translation>Cerca, o città:Milano, tag:vip, speso&gt;5000</translation>
    </message>
    <message>
        <source>Add to list</source>
        <translation>Aggiungi a lista</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Esporta</translation>
    </message>
</context>
<context>
    <name>Elenco::TrashDialog</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>Numero o indirizzo</translation>
    </message>
    <message>
        <source>Gone since</source>
        <translation>Eliminato</translation>
    </message>
    <message>
        <source>Contacts in the trash</source>
        <translation>Contatti nel cestino</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatti</translation>
    </message>
    <message>
        <source>Lists deleted on the gateway</source>
        <translation>Liste eliminate sul gateway</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recupera</translation>
    </message>
    <message>
        <source>Create again</source>
        <translation>Crea di nuovo</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Cestino</translation>
    </message>
    <message>
        <source>The trash could not be changed.</source>
        <translation>Impossibile modificare il cestino.</translation>
    </message>
    <message>
        <source>Deleted on the gateway</source>
        <translation>Eliminati sul gateway</translation>
    </message>
    <message>
        <source>Lists deleted there. Created again, a list has no members at first.</source>
        <translation>Liste eliminate là. Creata di nuovo, una lista è all’inizio senza membri.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Senza nome</translation>
    </message>
    <message>
        <source>Nobody is here. Contacts that somebody deletes on the gateway rest here for 30 days.</source>
        <translation>Qui non c’è nessuno. I contatti che qualcuno elimina sul gateway restano qui per 30 giorni.</translation>
    </message>
    <message>
        <source>They left the address book because somebody deleted them there. Brought back, they are here as they were, and are sent as new contacts.</source>
        <translation>Hanno lasciato la rubrica perché qualcuno li ha eliminati là. Recuperati, tornano com’erano e vengono inviati come contatti nuovi.</translation>
    </message>
    <message>
        <source>The list could not be created.</source>
        <translation>Impossibile creare la lista.</translation>
    </message>
</context>
<context>
    <name>Elenco::UndoController</name>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annulla: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annulla</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ripeti</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Ripeti: %1</translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation>Annullamento: %1</translation>
    </message>
    <message>
        <source>Undone: %1 (%2).</source>
        <translation>Annullato: %1 (%2).</translation>
    </message>
    <message>
        <source>%1 edited since stay as they are.</source>
        <translation>Le modifiche successive di %1 restano.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Operazione annullata. Nulla è stato modificato.</translation>
    </message>
    <message>
        <source>This could not be undone.</source>
        <translation>Impossibile annullare.</translation>
    </message>
    <message>
        <source>Done again: %1 (%2).</source>
        <translation>Ripetuto: %1 (%2).</translation>
    </message>
    <message>
        <source>This could not be done again.</source>
        <translation>Impossibile ripetere.</translation>
    </message>
    <message>
        <source>Doing again: %1</source>
        <translation>Si ripete: %1</translation>
    </message>
</context>
<context>
    <name>Elenco::WorkspaceDesk</name>
    <message>
        <source>Open address book</source>
        <translation>Apri rubrica</translation>
    </message>
    <message>
        <source>Address books (*.elenco)</source>
        <translation>Rubriche (*.elenco)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Operazione annullata. Nulla è stato modificato.</translation>
    </message>
    <message>
        <source>“%1” was not found.</source>
        <translation>“%1” non è stato trovato.</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a file.</source>
        <translation>“%1” è una cartella, non un file.</translation>
    </message>
    <message>
        <source>The system does not allow access to “%1”.</source>
        <translation>Il sistema non consente l&apos;accesso a “%1”.</translation>
    </message>
    <message>
        <source>“%1” is empty: there is nothing to import.</source>
        <translation>“%1” è vuoto: non c&apos;è nulla da importare.</translation>
    </message>
    <message>
        <source>“%1” is neither a vCard nor a table of contacts.</source>
        <translation>“%1” non è né una vCard né una tabella di contatti.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read by this version.</source>
        <translation>“%1” non è leggibile con questa versione.</translation>
    </message>
    <message>
        <source>“%1” was changed by another program while it was read. Nothing was imported; start again.</source>
        <translation>“%1” è stato modificato da un altro programma durante la lettura. Nulla è stato importato; occorre ricominciare.</translation>
    </message>
    <message>
        <source>“%1” could not be read to the end.</source>
        <translation>Non è stato possibile leggere “%1” fino in fondo.</translation>
    </message>
    <message>
        <source>“%1” could not be written. What was there before is unchanged.</source>
        <translation>Non è stato possibile scrivere “%1”. Il contenuto precedente è intatto.</translation>
    </message>
    <message>
        <source>There is no space left for “%1”. Nothing was changed; make room and try again.</source>
        <translation>Non c&apos;è più spazio per “%1”. Nulla è stato modificato; liberare spazio e riprovare.</translation>
    </message>
    <message>
        <source>The address book “%1” is open in another program.</source>
        <translation>La rubrica “%1” è aperta in un altro programma.</translation>
    </message>
    <message>
        <source>The address book “%1” was written by a newer Elenco. It was not opened or changed; update Elenco to use it.</source>
        <translation>La rubrica “%1” è stata scritta da una versione più recente di Elenco. Non è stata aperta né modificata; per usarla occorre aggiornare Elenco.</translation>
    </message>
    <message>
        <source>“%1” is not an Elenco address book. It was not changed.</source>
        <translation>“%1” non è una rubrica di Elenco. Non è stato modificato.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be used.</source>
        <translation>“%1” non è utilizzabile.</translation>
    </message>
    <message>
        <source>“%1” was done already.</source>
        <translation>Per “%1” l&apos;operazione è già stata eseguita.</translation>
    </message>
    <message>
        <source>Something went wrong with “%1”. Nothing was changed.</source>
        <translation>Si è verificato un errore con “%1”. Nulla è stato modificato.</translation>
    </message>
    <message>
        <source>its format is %1, this program knows %2</source>
        <translation>il suo formato è %1, questo programma conosce %2</translation>
    </message>
    <message>
        <source>%1, process %2 on %3</source>
        <translation>%1, processo %2 su %3</translation>
    </message>
    <message>
        <source>it is from an older version; open it once in the window</source>
        <translation>è di una versione precedente; aprirla una volta nella finestra</translation>
    </message>
    <message>
        <source>The system’s keyring does not answer, or is locked. Nothing was changed; unlock it, or keep the key in another place.</source>
        <translation>Il portachiavi del sistema non risponde o è bloccato. Nulla è cambiato; sbloccarlo o conservare la chiave altrove.</translation>
    </message>
    <message>
        <source>The passphrase does not open “%1”, or the file was changed. Nothing was changed.</source>
        <translation>La passphrase non apre “%1”, oppure il file è stato alterato. Nulla è cambiato.</translation>
    </message>
    <message>
        <source>This computer has no network connection. Your data here is safe and unchanged; go on working and try again later.</source>
        <translation>Questo computer non è connesso alla rete. I dati qui sono al sicuro e invariati; si può continuare a lavorare e riprovare più tardi.</translation>
    </message>
    <message>
        <source>No computer named “%1” was found. Check the address and the network connection; nothing was sent.</source>
        <translation>Nessun computer di nome “%1” è stato trovato. Controllare l’indirizzo e la connessione; nulla è stato inviato.</translation>
    </message>
    <message>
        <source>“%1” can be reached, but nothing answers at this address: the service is stopped, or the port is wrong. Nothing was sent.</source>
        <translation>“%1” è raggiungibile, ma a questo indirizzo non risponde nulla: il servizio è fermo o la porta è sbagliata. Nulla è stato inviato.</translation>
    </message>
    <message>
        <source>The connection to “%1” broke off while data was read. Nothing was changed; try again.</source>
        <translation>La connessione con “%1” si è interrotta durante la lettura. Nulla è cambiato; riprovare.</translation>
    </message>
    <message>
        <source>“%1” did not answer in time. Nothing was changed; try again.</source>
        <translation>“%1” non ha risposto in tempo. Nulla è cambiato; riprovare.</translation>
    </message>
    <message>
        <source>The identity of “%1” can&apos;t be confirmed: its certificate comes from nobody this computer trusts. Nothing was sent. On a company network, a program that inspects connections may be the reason.</source>
        <translation>L’identità di “%1” non può essere confermata: il suo certificato non viene da nessuno di cui questo computer si fida. Nulla è stato inviato. In una rete aziendale la causa può essere un programma che ispeziona le connessioni.</translation>
    </message>
    <message>
        <source>The certificate of “%1” is not valid at this date. Check this computer’s clock; nothing was sent.</source>
        <translation>Il certificato di “%1” non è valido in questa data. Controllare l’orologio del computer; nulla è stato inviato.</translation>
    </message>
    <message>
        <source>The computer that answers as “%1” has the certificate of another name. Check the address; nothing was sent.</source>
        <translation>Il computer che risponde come “%1” ha il certificato di un altro nome. Controllare l’indirizzo; nulla è stato inviato.</translation>
    </message>
    <message>
        <source>No secure connection to “%1” could be made. Nothing was sent.</source>
        <translation>Non è stato possibile stabilire una connessione sicura con “%1”. Nulla è stato inviato.</translation>
    </message>
    <message>
        <source>The network’s proxy does not let Elenco reach “%1”. Nothing was sent; check the system’s proxy settings.</source>
        <translation>Il proxy della rete non lascia raggiungere “%1”. Nulla è stato inviato; controllare le impostazioni proxy del sistema.</translation>
    </message>
    <message>
        <source>What answered at “%1” is not the gateway: this network may want you to log in first, or the address is wrong. Nothing was changed.</source>
        <translation>Chi ha risposto a “%1” non è il gateway: forse questa rete richiede prima un accesso, o l’indirizzo è sbagliato. Nulla è cambiato.</translation>
    </message>
    <message>
        <source>“%1” refused the key, or the user and password. Nothing was changed; check them in the account.</source>
        <translation>“%1” ha rifiutato la chiave, o l’utente e la password. Nulla è cambiato; controllarli nell’account.</translation>
    </message>
    <message>
        <source>The account may not do this: %1. Its plan does not contain it, or this computer’s address is not on its list. Nothing was changed.</source>
        <translation>L’account non può farlo: %1. Il suo piano non lo comprende, o l’indirizzo di questo computer non è nel suo elenco. Nulla è cambiato.</translation>
    </message>
    <message>
        <source>Another contact at the gateway has the number “%1”. Nothing was changed.</source>
        <translation>Al gateway un altro contatto ha il numero “%1”. Nulla è cambiato.</translation>
    </message>
    <message>
        <source>The subscription has no room for more contacts. The new ones stay here and are not lost.</source>
        <translation>L’abbonamento non ha posto per altri contatti. Quelli nuovi restano qui e non vanno persi.</translation>
    </message>
    <message>
        <source>“%1” is larger than what can be sent or received in one piece. Nothing was changed.</source>
        <translation>“%1” è più grande di quanto si possa inviare o ricevere in una volta. Nulla è cambiato.</translation>
    </message>
    <message>
        <source>“%1” asks for a pause: too many requests. Nothing was changed; it goes on later.</source>
        <translation>“%1” chiede una pausa: troppe richieste. Nulla è cambiato; si continua più tardi.</translation>
    </message>
    <message>
        <source>“%1” has a problem of its own. As far as is known nothing was changed; try again later.</source>
        <translation>“%1” ha un problema suo. Per quanto si sa nulla è cambiato; riprovare più tardi.</translation>
    </message>
    <message>
        <source>The gateway did not accept “%1”. Nothing was changed.</source>
        <translation>Il gateway non ha accettato “%1”. Nulla è cambiato.</translation>
    </message>
    <message>
        <source>The answer of “%1” could not be understood. Nothing was changed here.</source>
        <translation>La risposta di “%1” non è comprensibile. Qui nulla è cambiato.</translation>
    </message>
    <message>
        <source>The connection to “%1” broke off before the answer came: what was sent may have been done, or not. It is looked up before it is sent again.</source>
        <translation>La connessione con “%1” si è interrotta prima della risposta: ciò che è stato inviato può essere stato eseguito oppure no. Verrà verificato prima di un nuovo invio.</translation>
    </message>
    <message>
        <source>the address is missing</source>
        <translation>manca l’indirizzo</translation>
    </message>
    <message>
        <source>this is not an address</source>
        <translation>non è un indirizzo</translation>
    </message>
    <message>
        <source>the address must begin with https://</source>
        <translation>l’indirizzo deve iniziare con https://</translation>
    </message>
    <message>
        <source>user and password do not belong into the address</source>
        <translation>utente e password non vanno nell’indirizzo</translation>
    </message>
    <message>
        <source>the address must end before “?” and “#”</source>
        <translation>l’indirizzo deve finire prima di “?” e “#”</translation>
    </message>
    <message>
        <source>http:// would send the key unprotected: only https:// is used, but for programs on this computer</source>
        <translation>http:// invierebbe la chiave senza protezione: si usa solo https://, tranne che per programmi su questo computer</translation>
    </message>
    <message>
        <source>only drafts and scheduled campaigns can be changed</source>
        <translation>si possono modificare solo bozze e campagne programmate</translation>
    </message>
    <message>
        <source>the contact</source>
        <translation>il contatto</translation>
    </message>
    <message>
        <source>it needs a telephone number or an e-mail address</source>
        <translation>serve un numero di telefono o un indirizzo e-mail</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>la lista</translation>
    </message>
    <message>
        <source>it needs a name</source>
        <translation>serve un nome</translation>
    </message>
    <message>
        <source>the upload</source>
        <translation>il caricamento</translation>
    </message>
    <message>
        <source>its value can&apos;t be written as JSON</source>
        <translation>il suo valore non si può scrivere in JSON</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>la chiave</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>è vuoto</translation>
    </message>
    <message>
        <source>it contains characters that no key has</source>
        <translation>contiene caratteri che nessuna chiave ha</translation>
    </message>
    <message>
        <source>this is no id of the gateway</source>
        <translation>non è un identificativo del gateway</translation>
    </message>
    <message>
        <source>no ids were given</source>
        <translation>non è stato indicato alcun identificativo</translation>
    </message>
    <message>
        <source>too many ids for one request</source>
        <translation>troppi identificativi per una richiesta</translation>
    </message>
    <message>
        <source>This key opens another account at “%1” than the one that the contacts here belong to. Nothing was read or sent. Open another address book for it, or go back to the key before.</source>
        <translation>Questa chiave apre su “%1” un account diverso da quello a cui appartengono i contatti di qui. Nulla è stato letto o inviato. Apri un’altra rubrica per questo account, oppure torna alla chiave di prima.</translation>
    </message>
    <message>
        <source>The address book “%1” is damaged. Elenco can rescue it; nothing of it is thrown away.</source>
        <translation>La rubrica “%1” è danneggiata. Elenco può recuperarla; non si butta via nulla.</translation>
    </message>
    <message>
        <source>its beginning is overwritten</source>
        <translation>l’inizio del file è stato sovrascritto</translation>
    </message>
    <message>
        <source>it is empty, or gone</source>
        <translation>è vuota, o non c’è più</translation>
    </message>
    <message>
        <source>The file “%1” is gone: it was deleted, moved or replaced while it was open. Nothing more can be saved in it; save a copy of the address book before you leave.</source>
        <translation>Il file “%1” non c’è più: è stato eliminato, spostato o sostituito mentre era aperto. Non vi si può salvare altro; salvare una copia della rubrica prima di uscire.</translation>
    </message>
    <message>
        <source>There is a list called “%1” already. Nothing was changed; choose another name.</source>
        <translation>Esiste già una lista di nome “%1”. Nulla è stato modificato; scegliere un altro nome.</translation>
    </message>
    <message>
        <source>More than one list is called “%1”. Nothing was changed; rename one of them first.</source>
        <translation>Più di una lista si chiama “%1”. Nulla è stato modificato; prima occorre rinominarne una.</translation>
    </message>
    <message>
        <source>it may only be read</source>
        <translation>è di sola lettura</translation>
    </message>
    <message>
        <source>%1 of %2 contacts that are known here are other people there</source>
        <translation>%1 contatti noti su %2 sono lì altre persone</translation>
    </message>
    <message>
        <source>deleting contacts</source>
        <translation>eliminare contatti</translation>
    </message>
    <message>
        <source>after the first deletion another contact was missing as well</source>
        <translation>dopo la prima eliminazione mancava anche un altro contatto</translation>
    </message>
    <message>
        <source>the file of contacts</source>
        <translation>il file dei contatti</translation>
    </message>
    <message>
        <source>No computer named “%1” was found: check the network connection.</source>
        <translation>Nessun computer di nome “%1”: controllare la connessione di rete.</translation>
    </message>
    <message>
        <source>“%1” can be reached, but nothing answers at this address.</source>
        <translation>“%1” è raggiungibile, ma a questo indirizzo non risponde nulla.</translation>
    </message>
    <message>
        <source>The connection to “%1” broke off.</source>
        <translation>La connessione con “%1” si è interrotta.</translation>
    </message>
    <message>
        <source>“%1” did not answer in time.</source>
        <translation>“%1” non ha risposto in tempo.</translation>
    </message>
    <message>
        <source>No secure connection to “%1” could be made.</source>
        <translation>Impossibile stabilire una connessione sicura con “%1”.</translation>
    </message>
    <message>
        <source>The network’s proxy does not let Elenco reach “%1”.</source>
        <translation>Il proxy della rete non lascia raggiungere “%1”.</translation>
    </message>
    <message>
        <source>What answered at “%1” is not the gateway: this network may want you to log in first.</source>
        <translation>Chi ha risposto a “%1” non è il gateway: forse questa rete richiede prima un accesso.</translation>
    </message>
    <message>
        <source>“%1” refused the key, or the user and password: check them in the account.</source>
        <translation>“%1” ha rifiutato la chiave, o l’utente e la password: controllarli nell’account.</translation>
    </message>
    <message>
        <source>The account may not do this: %1.</source>
        <translation>L’account non può farlo: %1.</translation>
    </message>
    <message>
        <source>“%1” is larger than what can be sent or received in one piece.</source>
        <translation>“%1” è più grande di quanto si può inviare o ricevere in una volta.</translation>
    </message>
    <message>
        <source>“%1” asks for a pause: too many requests. It goes on later.</source>
        <translation>“%1” chiede una pausa: troppe richieste. Si continua più tardi.</translation>
    </message>
    <message>
        <source>“%1” has a problem of its own. It is tried again later.</source>
        <translation>“%1” ha un problema suo. Si riprova più tardi.</translation>
    </message>
    <message>
        <source>The answer of “%1” could not be understood.</source>
        <translation>La risposta di “%1” non è comprensibile.</translation>
    </message>
    <message>
        <source>The gateway did not accept “%1”.</source>
        <translation>Il gateway non ha accettato “%1”.</translation>
    </message>
    <message>
        <source>the Qt that Elenco runs on has no SQLite, or one of its own; it must use the one that Elenco uses</source>
        <translation>il Qt con cui Elenco funziona non ha SQLite, o ne ha uno suo; deve usare quello che usa Elenco</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>CSV table for spreadsheets</source>
        <translation>Tabella CSV per fogli di calcolo</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Cartella di lavoro Excel</translation>
    </message>
    <message>
        <source>vCard, as each card came</source>
        <translation>vCard, ognuna nella versione ricevuta</translation>
    </message>
    <message>
        <source>vCard 4.0</source>
        <translation>vCard 4.0</translation>
    </message>
    <message>
        <source>vCard 3.0</source>
        <translation>vCard 3.0</translation>
    </message>
    <message>
        <source>CSV table for programs</source>
        <translation>Tabella CSV per programmi</translation>
    </message>
    <message>
        <source>JSON lines for programs</source>
        <translation>Righe JSON per programmi</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatti</translation>
    </message>
    <message>
        <source>“%1” has more characters than a cell of a workbook holds (%2); a CSV table has no such limit</source>
        <translation>«%1» ha più caratteri di quanti ne contenga una cella di una cartella di lavoro (%2); una tabella CSV non ha questo limite</translation>
    </message>
    <message>
        <source>it could not be composed in %1</source>
        <translation>non è stato possibile comporlo in %1</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>First name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Cognome</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefono</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Sesso</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Città</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provincia</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regione</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Azienda</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Reparto</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Ruolo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Indirizzo</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>CAP</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Paese</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Nascita</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Soprannome</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Secondo nome</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Suffisso</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sito web</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Phone 2</source>
        <translation>Telefono 2</translation>
    </message>
    <message>
        <source>Phone 3</source>
        <translation>Telefono 3</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Email 2</source>
        <translation>Email 2</translation>
    </message>
    <message>
        <source>Email 3</source>
        <translation>Email 3</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>Ultimo acquisto</translation>
    </message>
    <message>
        <source>Total spent</source>
        <translation>Totale speso</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canale</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Non importata</translation>
    </message>
    <message>
        <source>Full name (split)</source>
        <translation>Nome completo (diviso)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Disiscritto</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consenso</translation>
    </message>
    <message>
        <source>Prefix of the phone</source>
        <translation>Prefisso del telefono</translation>
    </message>
    <message>
        <source>Birthday: day</source>
        <translation>Compleanno: giorno</translation>
    </message>
    <message>
        <source>Birthday: month</source>
        <translation>Compleanno: mese</translation>
    </message>
    <message>
        <source>Birthday: year</source>
        <translation>Compleanno: anno</translation>
    </message>
</context>
<context>
    <name>FieldCatalog</name>
    <message>
        <source>text</source>
        <translation>testo</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numero</translation>
    </message>
    <message>
        <source>date</source>
        <translation>data</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>sì/no</translation>
    </message>
</context>
<context>
    <name>FileCollection</name>
    <message>
        <source>there are neither cards nor a table in it</source>
        <translation>non contiene né schede né una tabella</translation>
    </message>
    <message>
        <source>there are more than %1 files in it</source>
        <translation>contiene più di %1 file</translation>
    </message>
    <message>
        <source>the archive is damaged</source>
        <translation>l’archivio è danneggiato</translation>
    </message>
    <message>
        <source>an archive that is damaged, or no archive of files</source>
        <translation>un archivio danneggiato, o che non contiene file</translation>
    </message>
    <message>
        <source>the archive is protected by a password</source>
        <translation>l’archivio è protetto da una password</translation>
    </message>
    <message>
        <source>it would unpack to more than %1</source>
        <translation>estratto occuperebbe più di %1</translation>
    </message>
    <message>
        <source>%1 tables are in it: import each by itself</source>
        <translation>contiene %1 tabelle: importarle una alla volta</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>a device, not a file</source>
        <translation>un dispositivo, non un file</translation>
    </message>
    <message>
        <source>a picture (PNG)</source>
        <translation>un&apos;immagine (PNG)</translation>
    </message>
    <message>
        <source>a picture (JPEG)</source>
        <translation>un&apos;immagine (JPEG)</translation>
    </message>
    <message>
        <source>a picture (GIF)</source>
        <translation>un&apos;immagine (GIF)</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>un documento PDF</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>un programma</translation>
    </message>
    <message>
        <source>a compressed file (gzip)</source>
        <translation>un file compresso (gzip)</translation>
    </message>
    <message>
        <source>a compressed archive (7z)</source>
        <translation>un archivio compresso (7z)</translation>
    </message>
    <message>
        <source>a compressed archive (RAR)</source>
        <translation>un archivio compresso (RAR)</translation>
    </message>
    <message>
        <source>a database (SQLite)</source>
        <translation>un database (SQLite)</translation>
    </message>
    <message>
        <source>a text document (RTF)</source>
        <translation>un documento di testo (RTF)</translation>
    </message>
    <message>
        <source>an Outlook data file (PST)</source>
        <translation>un file di dati di Outlook (PST)</translation>
    </message>
    <message>
        <source>a password-protected workbook</source>
        <translation>una cartella di lavoro protetta da password</translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation>un documento Office</translation>
    </message>
    <message>
        <source>a web page (HTML)</source>
        <translation>una pagina web (HTML)</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>un documento XML</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>dati binari</translation>
    </message>
    <message>
        <source>a compressed archive (ZIP)</source>
        <translation>un archivio compresso (ZIP)</translation>
    </message>
    <message>
        <source>an XML workbook of Excel 2003: save it as .xlsx</source>
        <translation>una cartella di lavoro XML di Excel 2003: va salvata come .xlsx</translation>
    </message>
    <message>
        <source>a flat XML workbook of Calc: save it as .ods</source>
        <translation>un foglio di calcolo XML semplice di Calc: va salvato come .ods</translation>
    </message>
</context>
<context>
    <name>FilterJson</name>
    <message>
        <source>“%1” takes a list of conditions.</source>
        <translation>“%1” vuole un elenco di condizioni.</translation>
    </message>
    <message>
        <source>There are too many groups in each other.</source>
        <translation>Ci sono troppi gruppi uno dentro l’altro.</translation>
    </message>
    <message>
        <source>A condition has a key and one comparison.</source>
        <translation>Una condizione ha una chiave e un solo confronto.</translation>
    </message>
    <message>
        <source>The values of a condition are texts.</source>
        <translation>I valori di una condizione sono testi.</translation>
    </message>
    <message>
        <source>“%1” takes another number of values.</source>
        <translation>“%1” vuole un altro numero di valori.</translation>
    </message>
    <message>
        <source>This comparison is not known.</source>
        <translation>Questo confronto non è conosciuto.</translation>
    </message>
    <message>
        <source>This is neither a group nor a condition.</source>
        <translation>Non è né un gruppo né una condizione.</translation>
    </message>
</context>
<context>
    <name>FilterProblem</name>
    <message>
        <source>The quotation mark at the end is missing.</source>
        <translation>Mancano le virgolette di chiusura.</translation>
    </message>
    <message>
        <source>The closing bracket is missing.</source>
        <translation>Manca la parentesi di chiusura.</translation>
    </message>
    <message>
        <source>“%1” waits for a value; %2:&quot;&quot; finds who has none.</source>
        <translation>“%1” attende un valore; %2:&quot;&quot; trova chi non ne ha.</translation>
    </message>
    <message>
        <source>This bracket closes nothing.</source>
        <translation>Questa parentesi non chiude nulla.</translation>
    </message>
    <message>
        <source>There are too many brackets in each other.</source>
        <translation>Ci sono troppe parentesi una dentro l’altra.</translation>
    </message>
    <message>
        <source>There is no field “%1”.</source>
        <translation>Non esiste un campo “%1”.</translation>
    </message>
    <message>
        <source>There is no field “%1”. Did you mean “%2”?</source>
        <translation>Non esiste un campo “%1”. Intendevi “%2”?</translation>
    </message>
    <message>
        <source>“%1” is not a date, and “%2” holds dates.</source>
        <translation>“%1” non è una data, e “%2” contiene date.</translation>
    </message>
    <message>
        <source>“%1” is not a number, and “%2” holds numbers.</source>
        <translation>“%1” non è un numero, e “%2” contiene numeri.</translation>
    </message>
    <message>
        <source>“%1” is no part of a phone number: “%2” takes digits.</source>
        <translation>“%1” non fa parte di un numero di telefono: “%2” vuole cifre.</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no, and “%2” holds these.</source>
        <translation>“%1” non è né sì né no, e “%2” contiene questi valori.</translation>
    </message>
    <message>
        <source>“%1” is not a number: “%2” takes a whole one.</source>
        <translation>“%1” non è un numero: “%2” ne vuole uno intero.</translation>
    </message>
    <message>
        <source>“%1” is not a date as it is written here (2026-03-15, 2026-03 or 2026), and “%2” holds dates.</source>
        <translation>“%1” non è una data come si scrive qui (2026-03-15, 2026-03 o 2026), e “%2” contiene date.</translation>
    </message>
    <message>
        <source>“%1” is not a number as it is written here (5000 or 1090.76), and “%2” holds numbers.</source>
        <translation>“%1” non è un numero come si scrive qui (5000 o 1090.76), e “%2” contiene numeri.</translation>
    </message>
    <message>
        <source>“%1” holds neither numbers nor dates: less and more can’t be told.</source>
        <translation>“%1” non contiene né numeri né date: non si può dire se è più o meno.</translation>
    </message>
    <message>
        <source>“%1” says nothing here; it may be: %2.</source>
        <translation>“%1” qui non dice nulla; può essere: %2.</translation>
    </message>
    <message>
        <source>“%1” waits for a value.</source>
        <translation>“%1” attende un valore.</translation>
    </message>
    <message>
        <source>“%1” holds no texts: no piece of a value can be asked for.</source>
        <translation>“%1” non contiene testi: non si può chiedere una parte del valore.</translation>
    </message>
    <message>
        <source>The star of “%1” may stand before it or behind it; in quotes it is a star.</source>
        <translation>L’asterisco di “%1” può stare prima o dopo; tra virgolette è un asterisco.</translation>
    </message>
    <message>
        <source>“%1” is known of everybody.</source>
        <translation>“%1” è noto di tutti.</translation>
    </message>
</context>
<context>
    <name>FilterSentence</name>
    <message>
        <source>%1 or %2</source>
        <translation>%1 o %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 e %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n giorno</numerusform>
            <numerusform>%n giorni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n settimana</numerusform>
            <numerusform>%n settimane</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mese</numerusform>
            <numerusform>%n mesi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n anno</numerusform>
            <numerusform>%n anni</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>oggi</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 fa</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>n. %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niente</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>cellulare</translation>
    </message>
    <message>
        <source>landline</source>
        <translation>fisso</translation>
    </message>
    <message>
        <source>toll-free</source>
        <translation>numero verde</translation>
    </message>
    <message>
        <source>premium rate</source>
        <translation>a sovrapprezzo</translation>
    </message>
    <message>
        <source>shared cost</source>
        <translation>a costo condiviso</translation>
    </message>
    <message>
        <source>internet telephony</source>
        <translation>telefonia via internet</translation>
    </message>
    <message>
        <source>personal number</source>
        <translation>numero personale</translation>
    </message>
    <message>
        <source>pager</source>
        <translation>cercapersone</translation>
    </message>
    <message>
        <source>company number</source>
        <translation>numero unico aziendale</translation>
    </message>
    <message>
        <source>voicemail</source>
        <translation>segreteria</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>sconosciuto</translation>
    </message>
    <message>
        <source>%1 contains %2</source>
        <translation>%1 contiene %2</translation>
    </message>
    <message>
        <source>%1 does not contain %2</source>
        <translation>%1 non contiene %2</translation>
    </message>
    <message>
        <source>%1 begins with %2</source>
        <translation>%1 comincia con %2</translation>
    </message>
    <message>
        <source>%1 does not begin with %2</source>
        <translation>%1 non comincia con %2</translation>
    </message>
    <message>
        <source>%1 ends with %2</source>
        <translation>%1 finisce con %2</translation>
    </message>
    <message>
        <source>%1 does not end with %2</source>
        <translation>%1 non finisce con %2</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>non: %1</translation>
    </message>
    <message>
        <source>without tags</source>
        <translation>senza tag</translation>
    </message>
    <message>
        <source>with a tag</source>
        <translation>con un tag</translation>
    </message>
    <message>
        <source>in no list</source>
        <translation>in nessuna lista</translation>
    </message>
    <message>
        <source>in a list</source>
        <translation>in una lista</translation>
    </message>
    <message>
        <source>came with no import</source>
        <translation>non arrivato con un’importazione</translation>
    </message>
    <message>
        <source>came with an import</source>
        <translation>arrivato con un’importazione</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>tag %1</translation>
    </message>
    <message>
        <source>without tag %1</source>
        <translation>senza tag %1</translation>
    </message>
    <message>
        <source>in list %1</source>
        <translation>nella lista %1</translation>
    </message>
    <message>
        <source>not in list %1</source>
        <translation>non nella lista %1</translation>
    </message>
    <message>
        <source>%1 begins or ends with %2</source>
        <translation>%1 comincia o finisce con %2</translation>
    </message>
    <message>
        <source>%1 neither begins nor ends with %2</source>
        <translation>%1 non comincia né finisce con %2</translation>
    </message>
    <message>
        <source>came with import no. %1</source>
        <translation>arrivato con l’importazione n. %1</translation>
    </message>
    <message>
        <source>not from import no. %1</source>
        <translation>non arrivato con l’importazione n. %1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 è %2</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 non è %2</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>chiunque</translation>
    </message>
    <message>
        <source>the number is valid</source>
        <translation>numero valido</translation>
    </message>
    <message>
        <source>the number is not valid</source>
        <translation>numero non valido</translation>
    </message>
    <message>
        <source>not to be contacted</source>
        <translation>da non contattare</translation>
    </message>
    <message>
        <source>may be contacted</source>
        <translation>si può contattare</translation>
    </message>
    <message>
        <source>new or updated by the last import</source>
        <translation>nuovo o aggiornato con l’ultima importazione</translation>
    </message>
    <message>
        <source>not touched by the last import</source>
        <translation>non toccato dall’ultima importazione</translation>
    </message>
    <message>
        <source>%1 under %2</source>
        <translation>%1 sotto %2</translation>
    </message>
    <message>
        <source>%1 at most %2</source>
        <translation>%1 al massimo %2</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 oltre %2</translation>
    </message>
    <message>
        <source>%1 at least %2</source>
        <translation>%1 almeno %2</translation>
    </message>
    <message>
        <source>%1 between %2 and %3</source>
        <translation>%1 tra %2 e %3</translation>
    </message>
    <message>
        <source>%1 more than %2 ago</source>
        <translation>%1 più di %2 fa</translation>
    </message>
    <message>
        <source>%1 before %2</source>
        <translation>%1 prima di %2</translation>
    </message>
    <message>
        <source>%1 at least %2 ago</source>
        <translation>%1 almeno %2 fa</translation>
    </message>
    <message>
        <source>%1 up to %2</source>
        <translation>%1 fino a %2</translation>
    </message>
    <message>
        <source>%1 less than %2 ago</source>
        <translation>%1 meno di %2 fa</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 dopo %2</translation>
    </message>
    <message>
        <source>%1 at most %2 ago</source>
        <translation>%1 al massimo %2 fa</translation>
    </message>
    <message>
        <source>%1 from %2 on</source>
        <translation>%1 da %2 in poi</translation>
    </message>
    <message>
        <source>%1 in the last %2</source>
        <translation>%1 da %2 a questa parte</translation>
    </message>
    <message>
        <source>%1 in the next %2</source>
        <translation>%1 entro %2 da oggi</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 da %2 a %3</translation>
    </message>
    <message>
        <source>does not contain %1</source>
        <translation>non contiene %1</translation>
    </message>
    <message>
        <source>contains %1</source>
        <translation>contiene %1</translation>
    </message>
    <message>
        <source>at least one of these: %1</source>
        <translation>almeno una di queste: %1</translation>
    </message>
    <message>
        <source>none of these: %1</source>
        <translation>nessuna di queste: %1</translation>
    </message>
    <message>
        <source>%1 from today</source>
        <translation>fra %1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>senza %1</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>con %1</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Kind of line</source>
        <translation>Tipo di linea</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importazione</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>%1 set to %2</source>
        <translation>%1: inserito %2</translation>
    </message>
    <message>
        <source>%1 “%2” removed</source>
        <translation>%1: tolto “%2”</translation>
    </message>
    <message>
        <source>%1 changed %2 → %3</source>
        <translation>%1: modifica %2 → %3</translation>
    </message>
    <message>
        <source>Tagged %1</source>
        <translation>Tag %1 aggiunto</translation>
    </message>
    <message>
        <source>Tag %1 removed</source>
        <translation>Tag %1 rimosso</translation>
    </message>
    <message>
        <source>Added to %1</source>
        <translation>Aggiunto a %1</translation>
    </message>
    <message>
        <source>Removed from %1</source>
        <translation>Rimosso da %1</translation>
    </message>
    <message>
        <source>Imported from %1, row %2</source>
        <translation>Importato da %1, riga %2</translation>
    </message>
    <message>
        <source>Imported from %1</source>
        <translation>Importato da %1</translation>
    </message>
    <message>
        <source>a deleted list</source>
        <translation>una lista eliminata</translation>
    </message>
    <message>
        <source> (undo)</source>
        <translation> (annullamento)</translation>
    </message>
    <message>
        <source> (import of %1)</source>
        <translation> (importazione di %1)</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>line</source>
        <translation>linea</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motivo</translation>
    </message>
    <message>
        <source>file</source>
        <translation>file</translation>
    </message>
    <message>
        <source>row</source>
        <translation>riga</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>chosen by you</source>
        <translation>scelto da te</translation>
    </message>
    <message>
        <source>as in an earlier file with these headers</source>
        <translation>come in un file precedente con queste intestazioni</translation>
    </message>
    <message>
        <source>the card says so</source>
        <translation>lo dice la scheda</translation>
    </message>
    <message>
        <source>by its header</source>
        <translation>dall’intestazione</translation>
    </message>
    <message>
        <source>by the look of its values</source>
        <translation>dall’aspetto dei valori</translation>
    </message>
    <message>
        <source>kept under its own name</source>
        <translation>conservato con il suo nome</translation>
    </message>
    <message>
        <source>it holds no values</source>
        <translation>non contiene valori</translation>
    </message>
    <message>
        <source>its values are at odds with its header</source>
        <translation>i valori non corrispondono all’intestazione</translation>
    </message>
    <message>
        <source>who has opted out there is not imported</source>
        <translation>chi vi risulta disiscritto non viene importato</translation>
    </message>
    <message>
        <source>who refuses there is not imported</source>
        <translation>chi vi rifiuta non viene importato</translation>
    </message>
    <message>
        <source>by the look of its values: the file names no columns</source>
        <translation>dall’aspetto dei valori: il file non dà nomi alle colonne</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>da decidere</translation>
    </message>
    <message>
        <source>it says what kind of number the next one is</source>
        <translation>dice di che tipo è il numero accanto</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The desktop address book for marketing people.</source>
        <translation>La rubrica desktop per chi fa marketing.</translation>
    </message>
    <message>
        <source>Opens this address book.</source>
        <translation>Apre questa rubrica.</translation>
    </message>
    <message>
        <source>Opens an address book of 5,000 invented people.</source>
        <translation>Apre una rubrica di 5.000 persone inventate.</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark o system.</translation>
    </message>
    <message>
        <source>it or en.</source>
        <translation>it o en.</translation>
    </message>
    <message>
        <source>Writes a picture of the window and ends.</source>
        <translation>Salva un&apos;immagine della finestra e termina.</translation>
    </message>
    <message>
        <source>Size of the window, as 1360x850.</source>
        <translation>Dimensioni della finestra, come 1360x850.</translation>
    </message>
    <message>
        <source>Files to import.</source>
        <translation>File da importare.</translation>
    </message>
    <message>
        <source>Shows this list first.</source>
        <translation>Mostra per prima questa lista.</translation>
    </message>
    <message>
        <source>Searches for this first.</source>
        <translation>Avvia subito questa ricerca.</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>no number</source>
        <translation>senza numero</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>non è un numero</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>troppo corto</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>troppo lungo</translation>
    </message>
    <message>
        <source>no such number</source>
        <translation>numero inesistente</translation>
    </message>
    <message>
        <source>unknown country</source>
        <translation>paese sconosciuto</translation>
    </message>
    <message>
        <source>digits lost</source>
        <translation>cifre perse</translation>
    </message>
    <message>
        <source>needs repair</source>
        <translation>da correggere</translation>
    </message>
    <message>
        <source>the + is missing</source>
        <translation>manca il +</translation>
    </message>
    <message>
        <source>the landline&apos;s zero is missing</source>
        <translation>manca lo zero del numero fisso</translation>
    </message>
    <message>
        <source>a zero too many</source>
        <translation>uno zero di troppo</translation>
    </message>
    <message>
        <source>the prefix is there twice</source>
        <translation>il prefisso c’è due volte</translation>
    </message>
    <message>
        <source>figures bent by a program or by hand</source>
        <translation>cifre alterate da un programma o a mano</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Più tardi</translation>
    </message>
</context>
<context>
    <name>ReadOptions</name>
    <message>
        <source>comma</source>
        <translation>virgola</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>punto e virgola</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulazione</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>barra verticale</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>due punti</translation>
    </message>
    <message>
        <source>one column</source>
        <translation>una colonna</translation>
    </message>
    <message>
        <source>vCard</source>
        <translation>vCard</translation>
    </message>
    <message>
        <source>header row</source>
        <translation>con intestazione</translation>
    </message>
    <message>
        <source>no header row</source>
        <translation>senza intestazione</translation>
    </message>
    <message>
        <source>sheet “%1”</source>
        <translation>foglio “%1”</translation>
    </message>
    <message>
        <source>sheet “%1” of %2</source>
        <translation>foglio “%1” di %2</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>the row does not share its mobile number with anybody</source>
        <translation>la riga non ha il cellulare in comune con nessuno</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Nothing of the damaged file could be read.</source>
        <translation>Del file danneggiato non è stato possibile leggere nulla.</translation>
    </message>
    <message>
        <source>Other rows, such as the history, that could not be read: at most %1.</source>
        <translation>Altre righe, per esempio della cronologia, che non è stato possibile leggere: al massimo %1.</translation>
    </message>
    <message>
        <source>The damaged address book was built anew.</source>
        <translation>La rubrica danneggiata è stata ricostruita.</translation>
    </message>
    <message>
        <source>Contacts: %1, lists: %2.</source>
        <translation>Contatti: %1, liste: %2.</translation>
    </message>
    <message>
        <source>Changes that wait to be sent: %1.</source>
        <translation>Modifiche in attesa di invio: %1.</translation>
    </message>
    <message>
        <source>Changes that only the log beside the file still had: %1.</source>
        <translation>Modifiche che restavano solo nel registro accanto al file: %1.</translation>
    </message>
    <message>
        <source>Lines of the log that are damaged too, and were left out: %1 (%2).</source>
        <translation>Righe del registro anch’esse danneggiate e tralasciate: %1 (%2).</translation>
    </message>
    <message>
        <source>Contacts of the import of “%1” that are missing: %2. Import the file again.</source>
        <translation>Contatti mancanti dell’importazione di “%1”: %2. Importa di nuovo il file.</translation>
    </message>
    <message>
        <source>The next sync reads everything and brings the rest.</source>
        <translation>La prossima sincronizzazione rilegge tutto e riporta il resto.</translation>
    </message>
    <message>
        <source>The damaged file is kept in “%1”.</source>
        <translation>Il file danneggiato è conservato in “%1”.</translation>
    </message>
    <message>
        <source>Contacts that are lost: %1 for certain, at most %2.</source>
        <translation>Contatti persi: %1 con certezza, al massimo %2.</translation>
    </message>
    <message>
        <source>Contacts that are lost: %1.</source>
        <translation>Contatti persi: %1.</translation>
    </message>
</context>
<context>
    <name>RowProblem</name>
    <message>
        <source>neither a phone number nor an e-mail address</source>
        <translation>né un numero di telefono né un indirizzo e-mail</translation>
    </message>
    <message>
        <source>more cells than columns: a delimiter inside a text without quotes?</source>
        <translation>più celle che colonne: un separatore in un testo senza virgolette?</translation>
    </message>
    <message>
        <source>phone “%1”: %2</source>
        <translation>telefono “%1”: %2</translation>
    </message>
    <message>
        <source>on the do-not-contact list</source>
        <translation>da non contattare</translation>
    </message>
    <message>
        <source>“%1” is no e-mail address</source>
        <translation>“%1” non è un indirizzo e-mail</translation>
    </message>
    <message>
        <source>wants no messages: %1</source>
        <translation>non vuole messaggi: %1</translation>
    </message>
    <message>
        <source>sheet “%1”, row %2</source>
        <translation>foglio “%1”, riga %2</translation>
    </message>
    <message>
        <source>row %1, line %2 of the file</source>
        <translation>riga %1, linea %2 del file</translation>
    </message>
    <message>
        <source>“%1” is an error of the spreadsheet: the cell is taken for an empty one</source>
        <translation>“%1” è un errore del foglio di calcolo: la cella è considerata vuota</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>renamed on both sides: on the gateway it was “%1”</source>
        <translation>rinominata da entrambe le parti: sul gateway si chiamava “%1”</translation>
    </message>
    <message>
        <source>the list of contacts does not say how long it is</source>
        <translation>l’elenco dei contatti non dice quanto è lungo</translation>
    </message>
    <message>
        <source>another page came than was asked for</source>
        <translation>è arrivata una pagina diversa da quella richiesta</translation>
    </message>
    <message>
        <source>a page of contacts was cut short</source>
        <translation>una pagina di contatti è arrivata incompleta</translation>
    </message>
    <message>
        <source>contacts came that were not asked for</source>
        <translation>sono arrivati contatti non richiesti</translation>
    </message>
    <message>
        <source>a page has one contact twice</source>
        <translation>una pagina contiene due volte lo stesso contatto</translation>
    </message>
    <message>
        <source>the same page came twice</source>
        <translation>la stessa pagina è arrivata due volte</translation>
    </message>
    <message>
        <source>the number of contacts fell by more than a fifth while they were read</source>
        <translation>durante la lettura il numero dei contatti è calato di oltre un quinto</translation>
    </message>
    <message>
        <source>the list of contacts</source>
        <translation>l’elenco dei contatti</translation>
    </message>
    <message>
        <source>%1 contacts take about %2, and %3 are free</source>
        <translation>%1 contatti occupano circa %2, e ne sono liberi %3</translation>
    </message>
    <message>
        <source>What was sent before stays; the rest waits here.</source>
        <translation>Quanto era già stato inviato resta; il resto attende qui.</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>%1 s left</source>
        <translation>ancora %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>ancora %1 min</translation>
    </message>
    <message>
        <source>Lists are compared.</source>
        <translation>Confronto delle liste.</translation>
    </message>
    <message>
        <source>Deleted contacts are deleted on the gateway.</source>
        <translation>Eliminazione dei contatti sul gateway.</translation>
    </message>
    <message>
        <source>New contacts are sent.</source>
        <translation>Invio dei nuovi contatti.</translation>
    </message>
    <message>
        <source>Changes are sent.</source>
        <translation>Invio delle modifiche.</translation>
    </message>
    <message>
        <source>Contacts are read from the gateway.</source>
        <translation>Lettura dei contatti dal gateway.</translation>
    </message>
    <message>
        <source>The gateway is asked for contacts that it did not show.</source>
        <translation>Verifica dei contatti che il gateway non ha mostrato.</translation>
    </message>
    <message>
        <source>Members of lists are compared.</source>
        <translation>Confronto dei membri delle liste.</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Sincronizzazione…</translation>
    </message>
    <message>
        <source>Syncing %1 of %2</source>
        <translation>Sincronizzazione: %1 di %2</translation>
    </message>
    <message>
        <source>1 change waiting</source>
        <translation>1 modifica in attesa</translation>
    </message>
    <message>
        <source>%1 changes waiting</source>
        <translation>%1 modifiche in attesa</translation>
    </message>
    <message>
        <source>Needs you: key refused</source>
        <translation>Serve il tuo intervento: chiave rifiutata</translation>
    </message>
    <message>
        <source>Needs you: not allowed</source>
        <translation>Serve il tuo intervento: non consentito</translation>
    </message>
    <message>
        <source>Needs you: quota full</source>
        <translation>Serve il tuo intervento: quota esaurita</translation>
    </message>
    <message>
        <source>Needs you: disk full</source>
        <translation>Serve il tuo intervento: disco pieno</translation>
    </message>
    <message>
        <source>Needs you: sync stopped</source>
        <translation>Serve il tuo intervento: sincronizzazione ferma</translation>
    </message>
    <message>
        <source>Needs you: %1 gone over there</source>
        <translation>Serve il tuo intervento: %1 spariti dal gateway</translation>
    </message>
    <message>
        <source>The gateway no longer has them. Click to say what is to become of them here.</source>
        <translation>Il gateway non li ha più. Fai clic per decidere che cosa farne qui.</translation>
    </message>
    <message>
        <source>Needs you: 1 conflict</source>
        <translation>Serve il tuo intervento: 1 conflitto</translation>
    </message>
    <message>
        <source>Needs you: %1 conflicts</source>
        <translation>Serve il tuo intervento: %1 conflitti</translation>
    </message>
    <message>
        <source>Changed here and on the gateway. Click to choose.</source>
        <translation>Cambiati qui e sul gateway. Fai clic per scegliere.</translation>
    </message>
    <message>
        <source>The subscription has no room for %1. They stay here and are not lost.</source>
        <translation>L’abbonamento non ha posto per %1. Restano qui e non vanno persi.</translation>
    </message>
    <message>
        <source>Needs you: 1 change refused</source>
        <translation>Serve il tuo intervento: 1 modifica rifiutata</translation>
    </message>
    <message>
        <source>Needs you: %1 changes refused</source>
        <translation>Serve il tuo intervento: %1 modifiche rifiutate</translation>
    </message>
    <message>
        <source>The gateway did not take it. Click to see why.</source>
        <translation>Il gateway non l’ha accettata. Fai clic per vedere perché.</translation>
    </message>
    <message>
        <source>Click to see what waits to be sent.</source>
        <translation>Fai clic per vedere che cosa è in attesa di invio.</translation>
    </message>
    <message>
        <source>In step, %1</source>
        <translation>Allineato, %1</translation>
    </message>
    <message>
        <source>Here and on the gateway is the same. Click for the log.</source>
        <translation>Qui e sul gateway ci sono gli stessi dati. Fai clic per il registro.</translation>
    </message>
    <message>
        <source>Last compared %1</source>
        <translation>Ultimo confronto: %1</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Non ancora confrontato</translation>
    </message>
    <message>
        <source>Nothing waits here. Click for the log.</source>
        <translation>Qui nulla è in attesa. Fai clic per il registro.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrizione</translation>
    </message>
    <message>
        <source>Test list</source>
        <translation>Lista di prova</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sì</translation>
    </message>
    <message>
        <source>New contact %1</source>
        <translation>Nuovo contatto %1</translation>
    </message>
    <message>
        <source>%1 new from %2</source>
        <translation>%1 nuovi da %2</translation>
    </message>
    <message>
        <source>%1 is to be deleted on the gateway</source>
        <translation>%1 da eliminare sul gateway</translation>
    </message>
    <message>
        <source>New list %1</source>
        <translation>Nuova lista %1</translation>
    </message>
    <message>
        <source>List %1: %2</source>
        <translation>Lista %1: %2</translation>
    </message>
    <message>
        <source>List %1 is to be deleted on the gateway</source>
        <translation>Lista %1 da eliminare sul gateway</translation>
    </message>
    <message>
        <source>%1 to join %2</source>
        <translation>%1 da aggiungere a %2</translation>
    </message>
    <message>
        <source>%1 to leave %2</source>
        <translation>%1 da togliere da %2</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>in attesa</translation>
    </message>
    <message>
        <source>sent, not confirmed yet</source>
        <translation>inviato, non ancora confermato</translation>
    </message>
    <message>
        <source>no room in the subscription</source>
        <translation>nessun posto nell’abbonamento</translation>
    </message>
    <message>
        <source>another contact here has this number on the gateway</source>
        <translation>un altro contatto di qui ha questo numero sul gateway</translation>
    </message>
    <message>
        <source>the gateway accepts it and does not keep it</source>
        <translation>il gateway lo accetta ma non lo conserva</translation>
    </message>
    <message>
        <source>refused by the gateway</source>
        <translation>rifiutato dal gateway</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>rifiutato: %1</translation>
    </message>
    <message>
        <source>Sync began</source>
        <translation>Sincronizzazione iniziata</translation>
    </message>
    <message>
        <source>Compared: nothing to do</source>
        <translation>Confronto: nulla da fare</translation>
    </message>
    <message>
        <source>Done: 1 change went or came</source>
        <translation>Fatto: 1 modifica inviata o ricevuta</translation>
    </message>
    <message>
        <source>Done: %1 changes went or came</source>
        <translation>Fatto: %1 modifiche inviate o ricevute</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Interrotta: %1</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>Inviati: %1</translation>
    </message>
    <message>
        <source>%1 deleted on the gateway</source>
        <translation>Eliminati sul gateway: %1</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>Ricevuti: %1</translation>
    </message>
    <message>
        <source>%1 gone on the gateway, and in the trash here</source>
        <translation>Spariti dal gateway, e qui nel cestino: %1</translation>
    </message>
    <message>
        <source>%1 refused by the gateway</source>
        <translation>Rifiutati dal gateway: %1</translation>
    </message>
    <message>
        <source>%1 conflicts</source>
        <translation>Conflitti: %1</translation>
    </message>
    <message>
        <source>No room in the subscription for %1</source>
        <translation>Nessun posto nell’abbonamento per %1</translation>
    </message>
    <message>
        <source>%1 gone on the gateway: waits for your decision</source>
        <translation>Spariti dal gateway, in attesa della tua decisione: %1</translation>
    </message>
    <message>
        <source>You deleted %1 here; on the gateway the contact was changed meanwhile. It is back, with what the gateway has.</source>
        <translation>Qui hai eliminato %1; intanto sul gateway il contatto è stato cambiato. È tornato, con i dati del gateway.</translation>
    </message>
    <message>
        <source>Delete it here and on the gateway</source>
        <translation>Eliminalo qui e sul gateway</translation>
    </message>
    <message>
        <source>Keep it as the gateway has it</source>
        <translation>Tienilo come sul gateway</translation>
    </message>
    <message>
        <source>You changed %1 here; on the gateway the contact was deleted meanwhile. It is in the trash.</source>
        <translation>Qui hai cambiato %1; intanto sul gateway il contatto è stato eliminato. È nel cestino.</translation>
    </message>
    <message>
        <source>Create it again, with your changes</source>
        <translation>Crealo di nuovo, con le tue modifiche</translation>
    </message>
    <message>
        <source>Leave it deleted</source>
        <translation>Lascialo eliminato</translation>
    </message>
    <message>
        <source>Two contacts here have the number of %1; the gateway keeps a number once.</source>
        <translation>Qui due contatti hanno il numero di %1; il gateway tiene ogni numero una sola volta.</translation>
    </message>
    <message>
        <source>Keep both here</source>
        <translation>Tieni entrambi qui</translation>
    </message>
    <message>
        <source>Delete this one here</source>
        <translation>Elimina questo qui</translation>
    </message>
    <message>
        <source>The list %1 was deleted on the gateway while members waited here to join it.</source>
        <translation>La lista %1 è stata eliminata sul gateway mentre qui c’erano membri in attesa di entrarvi.</translation>
    </message>
    <message>
        <source>Create the list again</source>
        <translation>Crea di nuovo la lista</translation>
    </message>
    <message>
        <source>Delete it here as well; its contacts stay</source>
        <translation>Eliminala anche qui; i suoi contatti restano</translation>
    </message>
    <message>
        <source>deleted here</source>
        <translation>eliminato qui</translation>
    </message>
    <message>
        <source>deleted there</source>
        <translation>eliminato là</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>stesso numero</translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>1 campo</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 campi</translation>
    </message>
    <message>
        <source>Offline · %1</source>
        <translation>Non in linea · %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Non in linea</translation>
    </message>
    <message>
        <source>Tries again soon · %1</source>
        <translation>Nuovo tentativo tra poco · %1</translation>
    </message>
    <message>
        <source>Tries again soon</source>
        <translation>Nuovo tentativo tra poco</translation>
    </message>
    <message>
        <source>Needs you: another account</source>
        <translation>Serve il tuo intervento: altro account</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Interruzione in corso…</translation>
    </message>
    <message>
        <source>What is being written is written to its end.</source>
        <translation>Ciò che si sta scrivendo viene completato.</translation>
    </message>
    <message>
        <source>Needs a look: 1 value overwritten</source>
        <translation>Dai un’occhiata: 1 valore sovrascritto</translation>
    </message>
    <message>
        <source>Needs a look: %1 values overwritten</source>
        <translation>Dai un’occhiata: %1 valori sovrascritti</translation>
    </message>
    <message>
        <source>Somebody else has overwritten what you had sent. Click to put it back or agree.</source>
        <translation>Qualcun altro ha sovrascritto ciò che avevi inviato. Fai clic per ripristinarlo o accettarlo.</translation>
    </message>
    <message>
        <source>Stopped · %1</source>
        <translation>Interrotta · %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Interrotta</translation>
    </message>
    <message>
        <source>You stopped it. Nothing is lost: what waits is kept, and sync goes on when you say so, or by itself after a quarter of an hour.</source>
        <translation>L’hai interrotta tu. Nulla va perso: ciò che è in attesa resta conservato, e la sincronizzazione riprende quando lo dici tu, oppure da sola dopo un quarto d’ora.</translation>
    </message>
    <message>
        <source>Stopped by hand</source>
        <translation>Interrotta a mano</translation>
    </message>
    <message>
        <source>Stopped by hand: 1 change went or came</source>
        <translation>Interrotta a mano: 1 modifica inviata o ricevuta</translation>
    </message>
    <message>
        <source>Stopped by hand: %1 changes went or came</source>
        <translation>Interrotta a mano: %1 modifiche inviate o ricevute</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vuoto)</translation>
    </message>
    <message>
        <source>List %1: taken back after it was sent</source>
        <translation>Lista %1: modifica annullata dopo l’invio</translation>
    </message>
    <message>
        <source>%1: taken back after it was sent</source>
        <translation>%1: modifica annullata dopo l’invio</translation>
    </message>
    <message>
        <source>The gateway does not answer · %1</source>
        <translation>Il gateway non risponde · %1</translation>
    </message>
    <message>
        <source>The gateway does not answer</source>
        <translation>Il gateway non risponde</translation>
    </message>
    <message>
        <source>It is asked again by itself. What waits is kept, and you can go on working.</source>
        <translation>Si riprova da sé. Ciò che attende è conservato e si può continuare a lavorare.</translation>
    </message>
    <message>
        <source>Sending · %1</source>
        <translation>Invio · %1</translation>
    </message>
    <message>
        <source>Syncing · %1</source>
        <translation>Sincronizzazione · %1</translation>
    </message>
    <message>
        <source>What was sent before that has arrived.</source>
        <translation>Ciò che era stato inviato prima è arrivato.</translation>
    </message>
    <message>
        <source>1 list</source>
        <translation>1 lista</translation>
    </message>
    <message>
        <source>%1 lists</source>
        <translation>%1 liste</translation>
    </message>
    <message>
        <source>1 membership</source>
        <translation>1 appartenenza</translation>
    </message>
    <message>
        <source>%1 memberships</source>
        <translation>%1 appartenenze</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <comment>lists</comment>
        <translation>Inviate: %1</translation>
    </message>
    <message>
        <source>%1 received</source>
        <comment>lists</comment>
        <translation>Ricevute: %1</translation>
    </message>
    <message>
        <source>In step, %1 · %2 to be read one by one</source>
        <translation>Allineato, %1 · %2 da leggere uno per uno</translation>
    </message>
    <message>
        <source>The gateway shows some fields only contact by contact. Each sync reads %1 of them, those that you open at once.</source>
        <translation>Il gateway mostra alcuni campi solo contatto per contatto. Ogni sincronizzazione ne legge %1; quelli che apri, subito.</translation>
    </message>
</context>
<context>
    <name>VCardReader</name>
    <message>
        <source>The card has no beginning (BEGIN:VCARD is missing).</source>
        <translation>La vCard non ha inizio (manca BEGIN:VCARD).</translation>
    </message>
    <message>
        <source>The card has no end (END:VCARD is missing).</source>
        <translation>La vCard non ha fine (manca END:VCARD).</translation>
    </message>
    <message>
        <source>Nothing in the card can be read.</source>
        <translation>Nella vCard non c&apos;è nulla di leggibile.</translation>
    </message>
    <message>
        <source>The card is too large.</source>
        <translation>La vCard è troppo grande.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>1 contact</source>
        <translation>1 contatto</translation>
    </message>
    <message>
        <source>%1 contacts</source>
        <translation>%1 contatti</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Cellulare</translation>
    </message>
    <message>
        <source>Landline</source>
        <translation>Fisso</translation>
    </message>
    <message>
        <source>Toll-free</source>
        <translation>Numero verde</translation>
    </message>
    <message>
        <source>Premium rate</source>
        <translation>A sovrapprezzo</translation>
    </message>
    <message>
        <source>Shared cost</source>
        <translation>Costo ripartito</translation>
    </message>
    <message>
        <source>Internet phone</source>
        <translation>VoIP</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Numero personale</translation>
    </message>
    <message>
        <source>Pager</source>
        <translation>Cercapersone</translation>
    </message>
    <message>
        <source>Company number</source>
        <translation>Numero aziendale</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Segreteria</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Importazione di %1</translation>
    </message>
    <message>
        <source>Undo of: %1</source>
        <translation>Annullamento di: %1</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>Modifica dei tag</translation>
    </message>
    <message>
        <source>Tag %1 changed</source>
        <translation>Modifica del tag %1</translation>
    </message>
    <message>
        <source>Members of %1 changed</source>
        <translation>Modifica dei membri di %1</translation>
    </message>
    <message>
        <source>New list %1</source>
        <translation>Nuova lista %1</translation>
    </message>
    <message>
        <source>List %1 renamed</source>
        <translation>Lista %1 rinominata</translation>
    </message>
    <message>
        <source>List %1 deleted</source>
        <translation>Lista %1 eliminata</translation>
    </message>
    <message>
        <source>Contacts edited</source>
        <translation>Modifica di contatti</translation>
    </message>
    <message>
        <source>%1 edited</source>
        <translation>Modifica di %1</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>Eliminazione di %1</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>oggi %1</translation>
    </message>
    <message>
        <source>Received from the gateway</source>
        <translation>Ricevuto dal gateway</translation>
    </message>
    <message>
        <source>Choice made for %1</source>
        <translation>Scelta fatta per %1</translation>
    </message>
    <message>
        <source>New contact %1</source>
        <translation>Nuovo contatto %1</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Non inviato: %1</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
    <message>
        <source>Contacts (*.vcf *.vcard *.csv *.tsv *.txt *.xlsx *.xlsm *.ods *.xls *.zip *.eml)</source>
        <translation>Contatti (*.vcf *.vcard *.csv *.tsv *.txt *.xlsx *.xlsm *.ods *.xls *.zip *.eml)</translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>it is damaged or cut off</source>
        <translation>è danneggiato o incompleto</translation>
    </message>
    <message>
        <source>it is larger than any workbook of its kind</source>
        <translation>è più grande di qualsiasi cartella di lavoro di questo tipo</translation>
    </message>
    <message>
        <source>it has more rows, columns or cells than a sheet can have</source>
        <translation>ha più righe, colonne o celle di quante ne può avere un foglio</translation>
    </message>
    <message>
        <source>it has no sheet “%1”, but these: %2</source>
        <translation>non ha un foglio “%1”, ma questi: %2</translation>
    </message>
    <message>
        <source>these sheets of it are hidden: %1</source>
        <translation>questi suoi fogli sono nascosti: %1</translation>
    </message>
    <message>
        <source>there is a document type in it</source>
        <translation>contiene una definizione di tipo di documento</translation>
    </message>
    <message>
        <source>its parts are nested too deeply</source>
        <translation>le sue parti sono annidate troppo a fondo</translation>
    </message>
    <message>
        <source>a part of it is damaged</source>
        <translation>una sua parte è danneggiata</translation>
    </message>
    <message>
        <source>it would unpack to more than any workbook of people needs</source>
        <translation>una volta decompresso sarebbe più grande di quanto serva a qualsiasi elenco di persone</translation>
    </message>
    <message>
        <source>a binary workbook (.xlsb): save it as .xlsx</source>
        <translation>una cartella di lavoro binaria (.xlsb): va salvata come .xlsx</translation>
    </message>
    <message>
        <source>a text in it is longer than any cell</source>
        <translation>contiene un testo più lungo di qualsiasi cella</translation>
    </message>
    <message>
        <source>its part “%1” is missing</source>
        <translation>manca la sua parte “%1”</translation>
    </message>
    <message>
        <source>texts of its cells are missing</source>
        <translation>mancano dei testi delle sue celle</translation>
    </message>
</context>
</TS>
