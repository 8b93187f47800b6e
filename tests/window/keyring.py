#!/usr/bin/python3
"""Asks the Secret Service of this session what the program keeps there, as a person with the keyring's window would.

  keyring.py wait     until the service answers with an unlocked default collection (30 seconds at most)
  keyring.py secret   prints the one secret of the application "amtsstube"
  keyring.py lock     locks every collection
Knows nothing about the program but that name.
"""
import sys
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "org.freedesktop.secrets"
SERVICE = "/org/freedesktop/secrets"
# One connection: the service forgets a session with the connection that opened it.
BUS = Gio.bus_get_sync(Gio.BusType.SESSION)


def call(path, interface, method, arguments, answer=None):
    kind = GLib.VariantType(answer) if answer else None
    reply = BUS.call_sync(NAME, path, interface, method, arguments, kind, Gio.DBusCallFlags.NONE, 5000, None)
    return reply.unpack()


def service(method, arguments, answer=None):
    return call(SERVICE, "org.freedesktop.Secret.Service", method, arguments, answer)


def collections():
    arguments = GLib.Variant("(ss)", ("org.freedesktop.Secret.Service", "Collections"))
    return call(SERVICE, "org.freedesktop.DBus.Properties", "Get", arguments)[0]


def wait():
    give_up = time.monotonic() + 30
    while True:
        try:
            path = service("ReadAlias", GLib.Variant("(s)", ("default",)))[0]
            arguments = GLib.Variant("(ss)", ("org.freedesktop.Secret.Collection", "Locked"))
            if path != "/" and not call(path, "org.freedesktop.DBus.Properties", "Get", arguments)[0]:
                return
        except GLib.Error:
            pass
        if time.monotonic() > give_up:
            sys.exit("no unlocked keyring came up")
        time.sleep(0.05)


def secret():
    _, session = service("OpenSession", GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
    found, _ = service("SearchItems", GLib.Variant("(a{ss})", ({"service": "amtsstube"},)))
    secrets = service("GetSecrets", GLib.Variant("(aoo)", (found, session)))[0]
    for _, _, value, _ in secrets.values():
        print(bytes(value).decode())


def lock():
    service("Lock", GLib.Variant("(ao)", (collections(),)))


{"wait": wait, "secret": secret, "lock": lock}[sys.argv[1]]()
