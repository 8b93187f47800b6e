#!/usr/bin/python3
"""Reads and works a window through the accessible tree, as a screen reader does.

One JSON request a line on standard input, one JSON answer a line on standard output:
  {"do": "tree"}                                     {"ok": [node, …]}, in reading order, with "depth"
  {"do": "wait", "role": R, "name": N, "seconds": S} the first node that fits; also "value" and "states" to fit
  {"do": "gone", "role": R, "name": N, "seconds": S} until none fits
  {"do": "keyboard"}                                 the node that has the keyboard, or null
  {"do": "keyboard", "beside": N, "seconds": S}      the same, once there is one and it is not N
  {"do": "focus" | "click", "role": R, "name": N}
  {"do": "set", "role": R, "name": N, "value": V}    replaces a field's text as assistive technology would
Every request but "tree" and "keyboard" may have "nth" (from 0), and "part", which name or value contain. A failure is {"error": sentence, "tree": [lines]}.
Knows nothing about the program; waits for a state of the tree and never for a time (the seconds are when to give up).
"""
import json
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

# The names of interfaces changed between releases of at-spi; the old ones work in all of them.
warnings.simplefilter("ignore", DeprecationWarning)


def switch_on():
    """Tells the session that assistive technology is there; toolkits publish no tree before that."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                      GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True))),
                      None, Gio.DBusCallFlags.NONE, -1, None)


def application():
    """The program's root in the tree, or None while it has none. It is alone on its bus."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for at in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(at)
        if child is not None:
            return child
    return None


def walk(node, depth=0):
    """Every node below `node` in reading order, with its depth."""
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None:
            yield child, depth
            yield from walk(child, depth + 1)


def text_of(node):
    """What a field contains: its text, else its number, else nothing."""
    try:
        if text := node.get_text_iface():
            return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
        if number := node.get_value_iface():
            return str(Atspi.Value.get_current_value(number))
    except GLib.Error:
        pass
    return None


def states_of(node):
    return {state.value_nick for state in node.get_state_set().get_states()}


def describe(node, depth=0):
    """A node as data."""
    states = states_of(node)
    return {"depth": depth, "role": node.get_role_name(), "name": node.get_name() or "",
            "description": node.get_description() or "", "value": text_of(node), "states": sorted(states)}


def fits(node, wanted):
    """Whether a node is the one a request names; what the request leaves out does not count and is not asked for:
    each answer is a message to the program and back, and a tree has hundreds of nodes."""
    if (name := wanted.get("name")) is not None and (node.get_name() or "") != name:
        return False
    if (role := wanted.get("role")) is not None and node.get_role_name() != role:
        return False
    if (value := wanted.get("value")) is not None and text_of(node) != value:
        return False
    if (part := wanted.get("part")) is not None and part not in (node.get_name() or "") and part not in (text_of(node) or ""):
        return False
    return not (states := wanted.get("states")) or states_of(node).issuperset(states)


def look(suits):
    """The first node that suits and its description, or None. A node that went away while it was read is none."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass
    try:
        root = application()
        for node, depth in walk(root) if root is not None else ():
            if suits(node):
                return node, describe(node, depth)
    except GLib.Error:
        pass
    return None


def named(wanted):
    """What finds the node that a request names, counted anew."""
    left = wanted.get("nth") or 0

    def suits(node):
        nonlocal left
        if not fits(node, wanted):
            return False
        left -= 1
        return left < 0
    return suits


def has_keyboard(node):
    """Whether what is typed goes to this node; the window itself, which is focused besides, is none."""
    return "focused" in states_of(node) and node.get_role_name() != "frame"


def dump():
    """All nodes as data."""
    for _ in range(20):
        try:
            root = application()
            return [describe(node, depth) for node, depth in walk(root)] if root is not None else []
        except GLib.Error:
            time.sleep(0.02)
    return []


def lines():
    """The tree for a person who reads a failure."""
    return ["{}{} \"{}\"{}{}".format("  " * node["depth"], node["role"], node["name"],
                                     "" if node["value"] is None else " = " + repr(node["value"]),
                                     " (focused)" if "focused" in node["states"] else "") for node in dump()]


def wait(wanted, seeker, until):
    """Looks with what `seeker` makes until `until` holds for what is found, and returns that; the deadline raises."""
    give_up = time.monotonic() + (wanted.get("seconds") or 30)
    while True:
        found = look(seeker())
        if until(found):
            return found
        if time.monotonic() > give_up:
            raise TimeoutError("{} did not come true".format(json.dumps(wanted, ensure_ascii=False)))
        time.sleep(0.02)


def keyboard(request):
    """The node that has the keyboard and its path: now, where nothing is said of `beside`, or None; else once it is another one."""
    beside = request.get("beside")
    if beside is None:
        found = look(has_keyboard)
    else:
        before = (beside.get("path"), beside.get("name"))
        found = wait(request, lambda: has_keyboard,
                     lambda found: found is not None and (found[0].path, found[1]["name"]) != before)
    return found and dict(found[1], path=found[0].path)


def answer(request):
    """Carries out one request."""
    what = request["do"]
    if what == "tree":
        return dump()
    if what == "keyboard":
        return keyboard(request)
    wanted = dict(request, value=None) if what == "set" else request
    if what == "gone":
        wait(wanted, lambda: named(wanted), lambda found: found is None)
        return None
    node, seen = wait(wanted, lambda: named(wanted), lambda found: found is not None)
    if what == "focus" and not Atspi.Component.grab_focus(node):
        raise RuntimeError("the focus was refused")
    if what == "click" and not Atspi.Action.do_action(node, 0):
        raise RuntimeError("the action was refused")
    if what == "set" and not Atspi.EditableText.set_text_contents(node, request["value"]):
        raise RuntimeError("the text was refused")
    return seen


def main():
    switch_on()
    print(json.dumps({"ok": "ready"}), flush=True)
    for line in sys.stdin:
        try:
            reply = {"ok": answer(json.loads(line))}
        except Exception as error:  # noqa: BLE001 — every failure belongs to the test that asked
            reply = {"error": str(error), "tree": lines()}
        print(json.dumps(reply, ensure_ascii=False), flush=True)


main()
