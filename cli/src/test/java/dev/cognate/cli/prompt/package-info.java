@NullMarked
package dev.cognate.cli.prompt;

import org.jspecify.annotations.NullMarked;
