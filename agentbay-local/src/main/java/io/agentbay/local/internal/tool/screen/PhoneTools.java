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

package io.agentbay.local.internal.tool.screen;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.agentbay.local.internal.adb.DeviceShell;
import io.agentbay.local.internal.adb.PhoneShell;
import io.agentbay.local.internal.phone.Element;
import io.agentbay.local.internal.phone.Handset;
import io.agentbay.local.internal.phone.Phone;
import io.agentbay.local.internal.phone.Phones;
import io.agentbay.local.internal.phone.RequestDesk;
import io.agentbay.local.internal.picture.PictureFormat;
import io.agentbay.local.internal.picture.Pictures;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Nature;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tools of the phone, on the servers on which computers have theirs.
 */
public final class PhoneTools {

	private static final String SERVER = "wuying_ui";

	private static final int MAX_SCREENS = 10;

	private static final int DEFAULT_SWIPE_MILLIS = 300;

	private static final int MAX_SWIPE_MILLIS = 30_000;

	private static final Nature NATURE = Nature
		.simulated("see [Phone](#phone); a real one instead by `adbDevice`, see [adb](#adb)");

	private final JsonMapper mapper;

	private final Phones phones;

	private final ScreenTools screen;

	private final Tool shell;

	/**
	 * Gather the tools.
	 * @param phones which phone a session has
	 * @param shell the shell of other sessions, which gets to know the phone here
	 */
	public PhoneTools(JsonMapper mapper, Pictures pictures, Phones phones, Tool shell) {
		this.mapper = mapper;
		this.phones = phones;
		this.screen = new ScreenTools(mapper, pictures, (sandbox) -> phones.of(sandbox).image());
		this.shell = shell;
	}

	public List<Tool> tools() {
		List<Tool> tools = new ArrayList<>(touching());
		tools.add(new Tool(this.shell.name(), this.shell.server(), this.shell.description(), this.shell.parameters(),
				Nature.real("the shell of Linux, with the programs of the phone, see [Phone](#phone)"), this::shell));
		return tools;
	}

	private List<Tool> touching() {
		Parameter timeout = Parameter.optional("timeout_ms", Parameter.Type.INTEGER, "Accepted and not used.");
		return Stream
			.of(new Tool("tap", SERVER, "Tap.", List.of(DesktopTools.pixel("x"), DesktopTools.pixel("y")), this::tap),
					new Tool("swipe", SERVER, "Swipe.",
							List.of(DesktopTools.pixel("start_x"), DesktopTools.pixel("start_y"),
									DesktopTools.pixel("end_x"), DesktopTools.pixel("end_y"),
									Parameter
										.optional("duration_ms", Parameter.Type.INTEGER,
												"How long it takes, at most 30000; the simulated phone does not care.")
										.withDefault(DEFAULT_SWIPE_MILLIS)),
							this::swipe),
					new Tool("input_text", SERVER, "Type a text where the focus is.",
							List.of(Parameter.required("text", Parameter.Type.TEXT, "The text.")), this::type),
					new Tool("send_key", SERVER, "Press a key.",
							List.of(Parameter.required("key", Parameter.Type.INTEGER, "Its number in Android.")),
							this::press),
					new Tool("get_clickable_ui_elements", SERVER, "List what can be tapped.", List.of(timeout),
							this::clickable),
					new Tool("get_all_ui_elements", SERVER, "List all that is shown.",
							List.of(timeout,
									Parameter.optional("format", Parameter.Type.TEXT, "The format of the answer.")
										.withDefault("json")
										.oneOf("json", "xml")),
							this::all),
					new Tool("get_installed_apps", AppTools.SERVER, "List the installed apps.", AppTools.filter(),
							this::list),
					new Tool("start_app", AppTools.SERVER, "Start an app.", AppTools.start(), this::start),
					new Tool("stop_app_by_cmd", AppTools.SERVER, "Stop an app.", List.of(AppTools.stop()), this::stop),
					this.screen.address(), this.screen.picture(),
					new Tool("long_screenshot", ScreenTools.SERVER,
							"Take a picture of what is shown and what comes by scrolling.",
							List.of(Parameter.optional("max_screens", Parameter.Type.INTEGER,
									"How many screens it covers at most, from 2 to 10.")
								.withDefault(4), ScreenTools.format(),
									Parameter.optional("quality", Parameter.Type.INTEGER,
											"The quality of a JPEG, from 1 to 100.")),
							this::longPicture))
			.map((tool) -> tool.as(NATURE))
			.toList();
	}

	private ToolResult tap(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		this.phones.of(sandbox).tap(arguments.integer("x", 0), arguments.integer("y", 0));
		return ToolResult.of("Tapped");
	}

	private ToolResult swipe(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		long duration = arguments.integer("duration_ms", DEFAULT_SWIPE_MILLIS);
		if (duration < 0 || duration > MAX_SWIPE_MILLIS) {
			throw new ToolException(
					"Argument 'duration_ms' must be from 0 to %s, not %s".formatted(MAX_SWIPE_MILLIS, duration));
		}
		this.phones.of(sandbox)
			.swipe(arguments.integer("start_x", 0), arguments.integer("start_y", 0), arguments.integer("end_x", 0),
					arguments.integer("end_y", 0), duration);
		return ToolResult.of("Swiped");
	}

	private ToolResult type(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		this.phones.of(sandbox).type(arguments.text("text"));
		return ToolResult.of("Typed");
	}

	private ToolResult press(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		this.phones.of(sandbox).press(arguments.integer("key", 0));
		return ToolResult.of("Pressed");
	}

	private ToolResult clickable(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		List<Element> views = this.phones.of(sandbox).element().all().filter(Element::clickable).toList();
		return ToolResult.of(this.mapper.writeValueAsString(views.stream().map((view) -> describe(view, 0)).toList()));
	}

	private ToolResult all(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Handset phone = this.phones.of(sandbox);
		return ToolResult.of(arguments.text("format", "json").equals("xml") ? phone.xml()
				: this.mapper.writeValueAsString(List.of(describe(phone.element(), 0))));
	}

	private ToolResult list(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		if (!arguments.flag("start_menu", true) && !arguments.flag("desktop")) {
			return ToolResult.of("[]");
		}
		return ToolResult.of(this.mapper.writeValueAsString(this.phones.of(sandbox)
			.apps(arguments.flag("ignore_system_app", true))
			.entrySet()
			.stream()
			.map((app) -> Map.of("name", app.getValue(), "start_cmd",
					"monkey -p " + app.getKey() + " -c android.intent.category.LAUNCHER 1", "stop_cmd",
					"am force-stop " + app.getKey(), "work_directory", ""))
			.toList()));
	}

	private ToolResult start(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Handset.Process process = this.phones.of(sandbox)
			.start(AppTools.notBlank(arguments, "start_cmd"), arguments.text("activity", ""));
		return ToolResult.of(this.mapper.writeValueAsString(
				List.of(Map.of("pname", process.name(), "pid", process.pid(), "cmdline", process.name()))));
	}

	private ToolResult stop(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		this.phones.of(sandbox).stop(AppTools.notBlank(arguments, "stop_cmd"));
		return ToolResult.of("Stopped");
	}

	private ToolResult longPicture(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		long screens = arguments.integer("max_screens", 4);
		long quality = arguments.integer("quality", 80);
		if (screens < 2 || screens > MAX_SCREENS) {
			throw new ToolException(
					"Argument 'max_screens' must be from 2 to %s, not %s".formatted(MAX_SCREENS, screens));
		}
		if (quality < 1 || quality > 100) {
			throw new ToolException("Argument 'quality' must be from 1 to 100, not " + quality);
		}
		PictureFormat format = PictureFormat.of(arguments.text("format", "png"));
		BufferedImage image = this.phones.of(sandbox).longImage((int) screens);
		return ScreenTools.describe(this.mapper, image, format, format.encode(image, (int) quality));
	}

	private ToolResult shell(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Phone.of(sandbox);
		PhoneShell programs = new PhoneShell(sandbox);
		RequestDesk desk = RequestDesk.open(sandbox, (words) -> answer(programs.run(words)));
		try {
			return this.shell.work().carryOut(sandbox, arguments);
		}
		finally {
			desk.close();
		}
	}

	private static RequestDesk.Answer answer(DeviceShell.Result result) {
		return new RequestDesk.Answer(result.stdout(), result.stderr(), result.exitCode());
	}

	private static Map<String, Object> describe(Element view, int index) {
		Rectangle bounds = view.bounds();
		Map<String, Object> element = new LinkedHashMap<>();
		element.put("bounds",
				"%s,%s,%s,%s".formatted(bounds.x, bounds.y, bounds.x + bounds.width, bounds.y + bounds.height));
		element.put("className", view.className());
		element.put("text", view.text());
		element.put("type", view.type());
		element.put("resourceId", view.id());
		element.put("index", index);
		element.put("isParent", !view.children().isEmpty());
		element.put("children",
				IntStream.range(0, view.children().size())
					.mapToObj((i) -> describe(view.children().get(i), i))
					.toList());
		return element;
	}

}
