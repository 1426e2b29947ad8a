/**
 * The Android Debug Bridge: the protocol that {@code adb} speaks with devices, spoken for
 * the phone of a session.
 */
@NullMarked
package io.agentbay.local.adb;

import org.jspecify.annotations.NullMarked;
