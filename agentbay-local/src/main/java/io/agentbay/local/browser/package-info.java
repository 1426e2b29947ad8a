/**
 * The browsers of sessions: Chromium, driven over the DevTools protocol, and a way to
 * find out what to do on a page without a language model.
 */
@NullMarked
package io.agentbay.local.browser;

import org.jspecify.annotations.NullMarked;
