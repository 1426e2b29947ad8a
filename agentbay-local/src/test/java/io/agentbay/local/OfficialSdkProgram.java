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

package io.agentbay.local;

import com.aliyun.agentbay.AgentBay;
import com.aliyun.agentbay.Config;
import com.aliyun.agentbay.session.CreateSessionParams;
import com.aliyun.agentbay.session.Session;

/**
 * A program written for the service: nothing in it knows of the local runtime.
 */
final class OfficialSdkProgram {

	private OfficialSdkProgram() {
	}

	public static void main(String[] arguments) throws Exception {
		Session session = new AgentBay(arguments[0], new Config("cn-shanghai", arguments[1], 20_000))
			.create(new CreateSessionParams())
			.getSession();
		session.getFileSystem().writeFile("/tmp/greeting", "hello", "overwrite");
		System.out.println(session.getFileSystem().readFile("/tmp/greeting").getContent());
		System.out.println(session.delete().isSuccess());
		System.exit(0);
	}

}
