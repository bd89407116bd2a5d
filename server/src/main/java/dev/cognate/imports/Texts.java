package dev.cognate.imports;

/**
 * What this room tells clients, and what it writes into jobs and their logs. Where nothing else is said there is no known
 * original. Logs hold no values of users. Reference: lifecycle H.
 */
final class Texts {
    static final String NO_JOB = "User import job not found.";
    static final String BAD_PAGE_TOKEN = "Invalid pagination token";
    static final String TOO_MANY_JOBS = "A user pool cannot have more than " + ImportJob.MOST_OF_POOL + " import jobs.";
    static final String NOTHING_VERIFIED =
            "The user pool has no auto verified attributes; users cannot be imported into it.";
    static final String NO_FILE = "The CSV file of the import job has not been uploaded.";
    static final String ANOTHER_ACTIVE = "Another import job of the user pool is in progress.";

    // Completion messages. The first four are the service's own.
    static final String SUCCEEDED = "Import Job Completed Successfully.";
    static final String TOO_MANY_FAILED = "Too many users have failed or been skipped during the import.";
    static final String STOPPED = "The Import Job was stopped by the developer.";
    static final String EXPIRED = "The user import job has expired.";
    static final String BAD_HEADER = "The header of the CSV file does not have the columns of the user pool.";
    static final String TOO_MANY_ROWS = "The CSV file has more than " + ImportJob.MOST_ROWS + " users.";
    static final String UNREADABLE = "The CSV file could not be read.";
    static final String BROKEN = "The import job failed because of an internal error.";

    // Lines of the log. The first three are the service's own.
    static final String ROW_SUCCEEDED = "The import succeeded.";
    static final String ROW_EXISTS = "The user already exists.";
    static final String ROW_NOT_VERIFIED =
            "The User Record does not set any of the auto verified attributes to true. (Example: email_verified to true).";
    static final String ROW_NOT_TEXT = "The line is not valid UTF-8 text.";
    static final String ROW_TOO_LONG = "The line is longer than " + CsvReader.LONGEST_LINE + " characters.";
    static final String ROW_COLUMNS = "The number of values differs from the number of columns.";
    static final String ROW_NO_USERNAME = "The cognito:username is missing.";
    static final String ROW_BAD_USERNAME = "The cognito:username is not a valid username.";
    static final String ROW_MFA = "The cognito:mfa_enabled is neither true nor false.";
    static final String ROW_MFA_ON = "The cognito:mfa_enabled has to be true, since MFA is required in the user pool.";
    static final String ROW_MFA_OFF = "The cognito:mfa_enabled has to be false, since MFA is off in the user pool.";
    static final String ROW_BIRTHDATE = "The birthdate is not a date of the form mm/dd/yyyy.";
    static final String ROW_HASH = "The cognito:password_hash is not a hash of the job's algorithm with usable costs.";
    static final String ROW_INVALID = "The values are not valid: ";

    private Texts() {}

    static String wrongState(String status) {
        return "The user import job cannot be started or stopped. Current status is " + status;
    }

    static String unverifiable(String attribute) {
        return "The " + attribute + "_verified is true without " + attribute + ".";
    }

    static String differs(String attribute) {
        return "The cognito:username and the " + attribute + " differ.";
    }

    /** As an alias that is confirmed (lifecycle A4). */
    static String aliasTaken(String attribute) {
        return "An account with the " + attribute + " already exists.";
    }
}
