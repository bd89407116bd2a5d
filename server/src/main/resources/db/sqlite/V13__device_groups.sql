-- The group that a device's key was handed out with, which its proofs are over; NULL for devices that were confirmed before.
ALTER TABLE devices ADD COLUMN group_key TEXT;
