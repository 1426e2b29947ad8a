/**
 * What computers and phones have in common: screenshots, apps and processes.
 */
@NullMarked
package io.agentbay.device;

import org.jspecify.annotations.NullMarked;
