"""A notification service for the session bus, for the system's Python: prints a JSON line for each message it gets."""

import json

from gi.repository import Gio, GLib  # pyright: ignore[reportMissingImports]

NAME = "org.freedesktop.Notifications"
INTERFACE = f"""
<node><interface name="{NAME}">
  <method name="GetServerInformation">
    {"".join('<arg type="s" direction="out"/>' for _ in range(4))}
  </method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="Notify">
    {"".join(f'<arg type="{kind}" direction="in"/>' for kind in ("s", "u", "s", "s", "s", "as", "a{sv}", "i"))}
    <arg type="u" direction="out"/>
  </method>
</interface></node>
"""
ANSWERS = {
    "GetServerInformation": GLib.Variant("(ssss)", ("tests", "tests", "1", "1.2")),
    "GetCapabilities": GLib.Variant("(as)", (["body"],)),
    "Notify": GLib.Variant("(u)", (1,)),
}


def called(bus, sender, path, interface, method, arguments, invocation) -> None:
    if method == "Notify":
        name, _, _, title, text, *_ = arguments.unpack()
        print(json.dumps({"name": name, "title": title, "text": text}), flush=True)
    invocation.return_value(ANSWERS[method])


def connected(bus, name) -> None:
    bus.register_object("/" + NAME.replace(".", "/"), Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], called)


Gio.bus_own_name(
    Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, connected, lambda *_: print("ready", flush=True), None
)
GLib.MainLoop().run()
