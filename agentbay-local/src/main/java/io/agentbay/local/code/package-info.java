/**
 * Code in a programming language, run by an interpreter that each session keeps.
 */
@NullMarked
package io.agentbay.local.code;

import org.jspecify.annotations.NullMarked;
