/**
 * User import jobs: many users at once, from a CSV file that the administrator uploads.
 *
 * <p>{@link dev.cognate.imports.Imports} is the door. The path of a job: {@code CreateUserImportJob} hands out a signed
 * URL ({@link dev.cognate.imports.UploadUrls}) that is good for 15 minutes; the file that is PUT there is kept, sealed, in
 * pieces ({@link dev.cognate.imports.Uploads}); {@code StartUserImportJob} leaves the job to an
 * {@link dev.cognate.imports.ImportWorker}, the one of any node.
 *
 * <p>A worker takes a job by a lease and works it off batch by batch ({@link dev.cognate.imports.ImportRun}): the
 * {@link dev.cognate.imports.CsvReader} yields lines, the {@link dev.cognate.imports.RowRules} make users of them or say
 * what is wrong, and one transaction adds the users, writes what became of every line ({@link dev.cognate.imports.LogTable})
 * and moves the job's position on. A node that dies therefore leaves a job that another continues with the next line, and
 * a batch whose lease was lost changes nothing.
 *
 * <p>A file may carry password hashes ({@link dev.cognate.imports.ForeignHash}); {@link dev.cognate.imports.ImportedHashes}
 * keeps them, sealed, until the first sign-in with the password replaces them.
 *
 * <p>Reference: lifecycle H; newer, "User import".
 */
@NullMarked
package dev.cognate.imports;

import org.jspecify.annotations.NullMarked;
