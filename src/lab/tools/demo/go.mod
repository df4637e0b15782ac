module fleetmedic.dev/lab/demo

go 1.26
