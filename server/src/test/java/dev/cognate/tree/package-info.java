/** Tests of the tree itself: who may know whom, what is banned, and whether the generated documents are current. */
@NullMarked
package dev.cognate.tree;

import org.jspecify.annotations.NullMarked;
