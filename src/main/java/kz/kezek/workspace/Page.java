package kz.kezek.workspace;

/** What one page shows: a record that its template draws. */
public sealed interface Page
        permits QueuePage,
                TicketPage,
                QuarantinePage,
                QuarantineLetterPage,
                LedgerPage,
                OutboxPage,
                OutboxLetterPage,
                SignInPage,
                FailurePage,
                ProfilePage,
                WatchersPage,
                LetterTextsPage,
                LetterTextPage,
                KnowledgePage,
                InstructionPage,
                IncidentsPage,
                IncidentPage,
                IncidentAnswerPage,
                IncidentSentPage,
                PalettePage,
                InsertsPage,
                NotificationsPage,
                SearchPage,
                CallPage,
                CallTakenPage,
                CannedPage,
                BulkPage,
                PrintPage,
                SinkPage,
                SinkLetterPage {

    /** The template's name, without folder and ending. */
    String template();
}
