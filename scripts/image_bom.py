#
# Copyright 2026-present the original author or authors.
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#      https://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.
#

"""Adds the packages of an image to the bill of materials of its program. Called by image-bom.sh."""

import json
import sys
from urllib.parse import quote


def package(line, system):
    name, version, architecture, source = line.rstrip("\n").split("\t")
    distribution = system.split("-")[0]
    purl = (f"pkg:deb/{distribution}/{quote(name)}@{quote(version, safe='')}"
            f"?arch={quote(architecture)}&distro={quote(system)}")
    component = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
    if source and source != name:
        component["properties"] = [{"name": "dpkg:source", "value": source}]
    return component


def main(image, version, system, packages, libraries):
    with open(libraries, encoding="utf-8") as file:
        bom = json.load(file)
    program = bom["metadata"]["component"]
    reference = f"image:{image}@{version}"
    with open(packages, encoding="utf-8") as file:
        installed = [package(line, system) for line in file if line.strip()]
    if not installed or not bom.get("components"):
        sys.exit("image-bom: there are no packages or no libraries")
    bom["metadata"]["component"] = {"type": "container", "bom-ref": reference, "name": image, "version": version}
    bom["components"] = [program, *bom["components"], *installed]
    bom.setdefault("dependencies", []).append(
        {"ref": reference, "dependsOn": [program["bom-ref"], *sorted(entry["bom-ref"] for entry in installed)]})
    json.dump(bom, sys.stdout, indent=2, ensure_ascii=True)
    print()


if __name__ == "__main__":
    main(*sys.argv[1:])
