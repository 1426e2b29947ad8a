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
