/**
 * Devices: a user who signed in from a remembered device proves the device in place of a second factor.
 *
 * <p>{@link dev.cognate.devices.Devices} is the door. Users have {@link dev.cognate.devices.ConfirmDevice}, {@link
 * dev.cognate.devices.GetDevice}, {@link dev.cognate.devices.ListDevices}, {@link dev.cognate.devices.ForgetDevice} and
 * {@link dev.cognate.devices.UpdateDeviceStatus}; administrators have the twins of the last four.
 *
 * <p>The life of a device: a sign-in without one hands out a key and a group key; ConfirmDevice stores the {@link
 * dev.cognate.devices.Device} with the SRP verifier of a password that the client made; from then on a sign-in that names
 * the key may be asked for a proof of that password (DEVICE_SRP_AUTH). Keys that were handed out are not stored: half of
 * a key is a keyed hash of the other half and the user, so the server knows its own. Nothing remains of sign-ins whose
 * device is never confirmed.
 *
 * <p>Verifiers are sealed. Whoever forgets a device ends the refreshing of its sign-ins, through {@link
 * dev.cognate.devices.Devices.Ending}; their access tokens do not confirm it again.
 *
 * <p>Reference: auth 7 (steps 3, 6, 7), 9.5, 20.
 */
@NullMarked
package dev.cognate.devices;

import org.jspecify.annotations.NullMarked;
