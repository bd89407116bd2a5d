@NullMarked
package dev.cognate.cli.credentials;

import org.jspecify.annotations.NullMarked;
