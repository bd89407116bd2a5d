package dev.cognate.imports;

/** What became of one row of a CSV file. Reference: lifecycle H, "one line per CSV line". */
enum RowOutcome {
    SUCCEEDED,
    SKIPPED,
    FAILED
}
