/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.local.internal.phone;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;

/**
 * A phone as its user holds it: simulated, or a real one.
 */
public interface Handset {

	/**
	 * Tap.
	 * @param x where, to the right
	 * @param y where, down
	 * @throws IOException if there is no such place
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	void tap(long x, long y) throws IOException, InterruptedException;

	/**
	 * Swipe.
	 * @param startX from where, to the right
	 * @param startY from where, down
	 * @param endX where to, to the right
	 * @param endY where to, down
	 * @param millis how long it takes
	 * @throws IOException if there is no such place
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	void swipe(long startX, long startY, long endX, long endY, long millis) throws IOException, InterruptedException;

	/**
	 * Type a text.
	 * @param text the text
	 * @throws IOException if nothing takes it
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	void type(String text) throws IOException, InterruptedException;

	/**
	 * Press a key.
	 * @param code its number in Android
	 * @throws IOException if there is no such key
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	void press(long code) throws IOException, InterruptedException;

	/**
	 * What the screen shows.
	 * @return the outermost element
	 * @throws IOException if it cannot be told
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	Element element() throws IOException, InterruptedException;

	/**
	 * What the screen shows, in the XML of Android's UI Automator.
	 * @return the XML
	 * @throws IOException if it cannot be told
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	String xml() throws IOException, InterruptedException;

	/**
	 * A picture of the screen.
	 * @return the picture
	 * @throws IOException if it cannot be taken
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	BufferedImage image() throws IOException, InterruptedException;

	/**
	 * A picture of the screen and of what comes by scrolling.
	 * @param maxScreens how many screens high it is at most
	 * @return the picture
	 * @throws IOException if it cannot be taken
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	BufferedImage longImage(int maxScreens) throws IOException, InterruptedException;

	/**
	 * The apps that are installed.
	 * @param ignoreSystemApps whether to leave out the system's own
	 * @return labels by package
	 * @throws IOException if they cannot be listed
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	Map<String, String> apps(boolean ignoreSystemApps) throws IOException, InterruptedException;

	/**
	 * Start an app, or bring it to the front.
	 * @param command a package name, or a command such as {@code monkey} or {@code am}
	 * with one in it
	 * @param activity the activity to start, empty for the app's first one
	 * @return its process
	 * @throws IOException if there is no such app or activity, or it may not be started
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	Process start(String command, String activity) throws IOException, InterruptedException;

	/**
	 * Stop an app.
	 * @param command a package name, or a command such as {@code am force-stop} with one
	 * in it
	 * @throws IOException if there is no such app
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	void stop(String command) throws IOException, InterruptedException;

	/**
	 * The process of an app.
	 *
	 * @param name the app's package
	 * @param pid its number
	 */
	record Process(String name, int pid) {
	}

}
